using System.Globalization;
using System.Text;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace ConsoleImport.Tests;

/// <summary>
/// Kills imports from outside at random moments and calls them again until they are done: the leads are those of an import that nobody
/// disturbed. <c>CADENCE_KILLS</c> sets how often; <c>CADENCE_SEED</c> runs the same moments again.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Rows = 8_000;
    private const int DefaultKills = 200;

    // The rules of culture are the same in both modes, and have no part in a kill.
    private const int KillsInInvariantMode = 20;
    private const string Leads =
        "SELECT sellsy_contact_id, first_name, last_name, owner_id, emails FROM leads ORDER BY CAST(sellsy_contact_id AS integer)";

    private readonly ConsoleFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_import_into_SQLite_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing()
    {
        await KillAsync(
            round => ["--db", $"{round}.db"],
            async round =>
            {
                await using var connection = new SqliteConnection($"Data Source={_folder.PathOf($"{round}.db")};Pooling=False");
                return await ReadAsync(connection);
            });
    }

    [Fact]
    public async Task An_import_into_PostgreSQL_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing()
    {
        var binaries = ServerBinaries.Find();
        var isRequired = Environment.GetEnvironmentVariable("CADENCE_REQUIRE_POSTGRES") == "1";
        Assert.SkipUnless(binaries is not null || isRequired, "No PostgreSQL server is installed.");
        await using var server = await ServerProcess.StartNewAsync(binaries!, ServerProcess.OfTests);
        string Database(int round) => server.ConnectionString.Replace("Database=postgres", $"Database=round{round}", StringComparison.Ordinal);
        await KillAsync(
            round => ["--postgres", Database(round)],
            async round =>
            {
                await using var connection = new NpgsqlConnection($"{Database(round)};Pooling=false;Search Path=cadence_import");
                return await ReadAsync(connection);
            },
            async round =>
            {
                await using var connection = new NpgsqlConnection($"{server.ConnectionString};Pooling=false");
                await connection.OpenAsync(Cancellation);
                await using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"CREATE DATABASE round{round}"), connection);
                await command.ExecuteNonQueryAsync(Cancellation);
            });
    }

    private static async Task<string> ReadAsync(System.Data.Common.DbConnection connection)
    {
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Leads;
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var leads = new StringBuilder();
        while (await reader.ReadAsync(Cancellation))
        {
            leads.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))).Append('\n');
        }

        return leads.ToString();
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    private async Task KillAsync(Func<int, string[]> store, Func<int, Task<string>> read, Func<int, Task>? create = null)
    {
        var isInvariant = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true";
        var kills = Setting("CADENCE_KILLS", isInvariant ? KillsInInvariantMode : DefaultKills);
        var seed = Setting("CADENCE_SEED", Random.Shared.Next(1_000_000_000));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}, {kills} kills"));
        var random = new Random(seed);
        _folder.WriteUsers();
        _folder.Write("contacts.csv", Exports.OfRows(Rows));
        await (create?.Invoke(0) ?? Task.CompletedTask);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        (await _folder.RunAsync(["import", "contacts.csv", "--users", "users.csv", "--json", .. store(0)])).Succeeded();
        var whole = (int)clock.ElapsedMilliseconds;
        var expected = await read(0);
        Assert.Equal(Rows, expected.Count(character => character == '\n'));

        var (killed, resumed, round) = (0, 0, 0);
        while (killed < kills)
        {
            round++;
            await (create?.Invoke(round) ?? Task.CompletedTask);

            // The moments reach past the time of a whole import, so that each round comes to its end.
            while (!await RunAsync(store(round), killed < kills ? random.Next(whole / 4, whole * 2) : Timeout.Infinite))
            {
                killed++;
            }

            Assert.True(expected == await read(round), string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}, round {round}: other leads."));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{killed} kills in {round} imports, {resumed} of them went on"));

        // Whether the import came to its end before the moment of the kill.
        async Task<bool> RunAsync(string[] arguments, int moment)
        {
            using var process = _folder.Start(["import", "contacts.csv", "--users", "users.csv", "--json", .. arguments]);
            var answer = process.StandardOutput.ReadToEndAsync(Cancellation);
            var errors = process.StandardError.ReadToEndAsync(Cancellation);
            if (!process.WaitForExit(moment))
            {
                process.Kill();
                await process.WaitForExitAsync(Cancellation);
                return false;
            }

            var run = new ConsoleRun(process.ExitCode, await answer, await errors).Succeeded();
            resumed += run.Json.GetProperty("resumedAtRow").ValueKind == System.Text.Json.JsonValueKind.Number ? 1 : 0;
            Assert.True(run.Count("success") == Rows || run.Count("active") + run.Count("skipped") == Rows, run.Output);
            return true;
        }
    }
}
