using System.Globalization;
using System.Text;
using Cadence.SellsyImport.Testing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

/// <summary>
/// Kills imports and undos of a plain sink with a separate ledger from outside, before and after every call of the ledger and every single lead of
/// the sink, and calls them again: nothing is lost, nothing is doubled, and no lead is sent that is there.
/// </summary>
public sealed class SeparateLedgerKillTests(ITestOutputHelper output) : IAsyncDisposable
{
    private const string Import = "import";
    private const string Undo = "undo";
    private const int Rows = 24;
    private const int RowsOfBatch = 5;
    private const string People = "SELECT id, replace(lead, '\"Version\":0', '') FROM people ORDER BY id";
    private const string SentAlthoughThere = "SELECT id FROM sent_although_there";

    /// <summary>What the ledger tells of the import, and whether its batches account for its rows.</summary>
    private const string Ledger =
        """
        SELECT state, rows_read, added, updated, unchanged, skipped, errors, batches - (SELECT count(*) FROM import_records WHERE import = imports.id),
            (SELECT min(stage) || max(stage) FROM import_records WHERE import = imports.id)
        FROM imports WHERE file_name = 'contacts.csv' ORDER BY id LIMIT 1
        """;

    // From one place to the next at which a process is killed.
    private static readonly int Step = LongProof.Count(sample: 101, all: 1);

    private readonly ConsoleFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The server of the ledger; null for a ledger in a file.</summary>
    private KillStore? _server;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Killed_before_and_after_every_call_an_import_and_its_undo_lose_nothing_and_double_nothing(string ledgerIn)
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true",
            "The rules of culture have no part in how processes end or wait for each other; the other mode has these tests.");
        var contacts = Write("contacts.csv", seed: 1, Rows);
        var persons = PersonValues.Of(await File.ReadAllBytesAsync(contacts, Cancellation));
        _server = ledgerIn == "PostgreSQL" ? await PostgreSqlKillStore.StartAsync() : null;
        await CreateTemplateAsync();
        await CompleteAsync(Import, "template", Write("before.csv", seed: 2, Rows / 2));
        var before = Read("template", "leads.db", People);
        await CopyAsync("template", "imported");
        var importId = await CompleteAsync(Import, "imported", contacts);
        var (after, ledger) = (Read("imported", "leads.db", People), await ReadLedgerAsync("imported"));
        Assert.Equal((Rows / 2, Rows), (Lines(before), Lines(after)));
        Assert.Equal($"finished|{Rows}|{Rows / 2}|{Rows / 2}|0|0|0|0|writtenwritten\n", ledger);

        var places = await KillAsync(Import, "template", contacts, async name =>
        {
            Assert.Equal(after, Read(name, "leads.db", People));
            Assert.Equal(ledger, await ReadLedgerAsync(name));
        });
        places += await KillAsync(Undo, "imported", importId, async name =>
        {
            Assert.Equal(before, Read(name, "leads.db", People));
            Assert.Equal(
                ledger.Replace("finished", "undone", StringComparison.Ordinal).Replace("written", "undone", StringComparison.Ordinal), await ReadLedgerAsync(name));
        });

        Assert.InRange(places, 150, 500);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Killed at each place, or each {Step}th, of {places}."));

        async Task<int> KillAsync(string task, string from, string subject, Func<string, Task> check)
        {
            for (var place = 1; ; place += Step)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{task}{place}");
                await CopyAsync(from, name);
                using var victim = new Victim(task, Target(name), subject, RowsOfBatch, place);
                if (!await victim.FollowAsync(() => victim.Lines == place))
                {
                    return place - 1;
                }

                var told = $"{task} killed at line {place}, {victim.Last}";
                Assert.True(await victim.KillAsync());
                persons.AssertNoneIn(told, victim.Told);
                await CompleteAsync(task, name, subject);
                try
                {
                    await check(name);
                    Assert.Equal("", Read(name, "leads.db", SentAlthoughThere));
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException(told, exception);
                }

                Directory.Delete(_folder.PathOf(name), recursive: true);
                if (_server is not null)
                {
                    await _server.ReadAsync("postgres", $"DROP DATABASE {name}");
                }
            }
        }
    }

    private Task<string> CompleteAsync(string task, string name, string subject) => Completion.RunAsync(task, Target(name), subject, RowsOfBatch);

    private string Target(string name) => $"separate:{_folder.PathOf(name)}";

    private string Write(string name, int seed, int rows)
    {
        _folder.Write(name, Generator(seed, rows).ToBytes());
        return _folder.PathOf(name);
    }

    private async Task CreateTemplateAsync()
    {
        Directory.CreateDirectory(_folder.PathOf("template"));
        var users = Generator(1, Rows).Users.Select(user => $"{user.Id},{user.FirstName},{user.LastName}");
        File.WriteAllLines(_folder.PathOf("template/users.csv"), users.Prepend("id,first_name,last_name"));
        Read("template", "leads.db", Cadence.SellsyImport.Tests.TableSink.Create);
        if (_server is not null)
        {
            await _server.CreateAsync("template");
            WriteServer("template");
        }
    }

    private async Task CopyAsync(string from, string to)
    {
        Directory.CreateDirectory(_folder.PathOf(to));
        foreach (var file in Directory.GetFiles(_folder.PathOf(from)))
        {
            File.Copy(file, Path.Combine(_folder.PathOf(to), Path.GetFileName(file)));
        }

        if (_server is not null)
        {
            await _server.CopyAsync(from, to);
            WriteServer(to);
        }
    }

    /// <summary>Tells the program where the ledger is.</summary>
    private void WriteServer(string name) => File.WriteAllText(_folder.PathOf($"{name}/server.txt"), _server!.Target(name));

    private async Task<string> ReadLedgerAsync(string name) =>
        _server is null ? Read(name, "ledger.db", Ledger) : await _server.ReadAsync(name, Ledger);

    private string Read(string name, string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.PathOf(name)}/{database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new StringBuilder();
        while (reader.Read())
        {
            rows.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))).Append('\n');
        }

        return rows.ToString();
    }

    private static int Lines(string text) => text.Count(character => character == '\n');

    private static SellsyExportGenerator Generator(int seed, int rows) => new(new() { Seed = seed, Rows = rows, Owners = 3, Companies = 5, MultilineNoteShare = 0 });
}
