extern alias proof;

using System.Globalization;
using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tool.Tests.Killing;
using Microsoft.EntityFrameworkCore;
using proof::Cadence.SellsyImport.Proof.Killing;
using Xunit;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests;

/// <summary>
/// Kills imports and undos from outside, before and after calls of the store, and at random moments within them, and calls them again: nothing is lost,
/// and nothing is doubled.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Rows = 24;
    private const int RowsOfBatch = 5;

    // From one place to the next at which a process is killed.
    private static readonly int Step = LongProof.Count(sample: 7, all: 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-ef-kill-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Killed_before_and_after_calls_on_SQLite_nothing_is_lost_or_doubled()
    {
        await using var crm = new SqliteCrm();
        await HoldAsync(crm);
    }

    [Fact]
    public async Task Killed_before_and_after_calls_on_PostgreSQL_nothing_is_lost_or_doubled()
    {
        await using var server = new PostgreSqlServer();
        await server.InitializeAsync();
        await using var crm = server.New();
        await HoldAsync(crm);
    }

    private async Task HoldAsync(Crm crm)
    {
        Assert.SkipUnless(LongProof.StartsServers, "Kills many processes; CADENCE_REQUIRE_POSTGRES=1 runs it.");
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true",
            "The rules of culture have no part in how processes end or wait for each other; the other mode has these tests.");
        var (before, contacts) = (Write("before.csv", seed: 2, Rows / 2), Write("contacts.csv", seed: 1, Rows));
        await crm.CreateAsync();
        await CompleteAsync(crm, "import", before);
        var there = await StateAsync(crm);
        Assert.Equal(Rows / 2, there.Length);

        var first = await CompleteAsync(crm, "import", contacts);
        var imported = await StateAsync(crm);
        Assert.Equal(Rows, imported.Length);
        await CompleteAsync(crm, "undo", first);
        Assert.Equal(there, await StateAsync(crm));

        // Imports, and undoes what was imported, again and again: each time killed a few places later.
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CADENCE_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        var (random, kills, isReached) = (new Random(seed), 0, true);
        for (var place = 1; isReached; place += Step)
        {
            var killed = await KillAsync(crm, "import", contacts, place, random);
            (isReached, kills) = (killed is not null, kills + (killed == true ? 1 : 0));
            var importId = await FindCompletedAsync(crm, contacts) ?? await CompleteAsync(crm, "import", contacts);
            Assert.Equal(imported.Prepend($"import, {place}"), (await StateAsync(crm)).Prepend($"import, {place}"));
            Assert.Equal(new ImportCounts(Rows, Rows / 2, Rows / 2, 0, 0, 0), (await FindAsync(crm, importId)).Counts);

            killed = await KillAsync(crm, "undo", importId, place, random);
            (isReached, kills) = (isReached || killed is not null, kills + (killed == true ? 1 : 0));
            await CompleteAsync(crm, "undo", importId);
            Assert.Equal(there.Prepend($"undo, {place}"), (await StateAsync(crm)).Prepend($"undo, {place}"));
            Assert.Equal(ImportState.Undone, (await FindAsync(crm, importId)).State);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}: {kills} kills, at each {Step}th place."));
        Assert.InRange(kills, 28 / Step, 300);
    }

    /// <summary>Kills a process at a place where it stands still, or, at every second one, a few milliseconds later.</summary>
    /// <returns>Whether it was still running; null if it never comes to the place.</returns>
    private static async Task<bool?> KillAsync(Crm crm, string task, string subject, int place, Random random)
    {
        var goesOn = place % 2 == 0;
        using var victim = new Victim(task, $"entities:{crm.ConnectionString}", subject, RowsOfBatch, goesOn ? 0 : place);
        if (!await victim.FollowAsync(() => victim.Lines == place))
        {
            return null;
        }

        if (goesOn)
        {
            victim.LetRun(TimeSpan.FromMilliseconds(random.Next(20)));
        }

        return await victim.KillAsync();
    }

    /// <summary>Does a task to its end in this process, which is another one than any that was killed.</summary>
    /// <returns>The id of the import.</returns>
    private static async Task<string> CompleteAsync(Crm crm, string task, string subject)
    {
        await using var told = new StringWriter();
        Assert.Equal(0, await CallsProgram.RunAsync([task, $"entities:{crm.ConnectionString}", subject, RowsOfBatch.ToString(CultureInfo.InvariantCulture), "0"], told));
        return told.ToString().Trim().Split(' ')[^1];
    }

    /// <summary>The import that was killed between its end and telling so, or was not killed; null where the newest import is not complete.</summary>
    private static async Task<string?> FindCompletedAsync(Crm crm, string file)
    {
        var newest = (await ((IImportLedger)crm.OpenSink()).ReadImportsAsync().ToListAsync(TestContext.Current.CancellationToken))
            .Where(import => import.Import.FileName == Path.GetFileName(file)).MaxBy(import => import.Import.StartedAt);
        return newest?.State == ImportState.Finished ? newest.Import.ImportId : null;
    }

    private static async Task<LedgerImport> FindAsync(Crm crm, string importId)
    {
        var import = await ((IImportLedger)crm.OpenSink()).FindImportAsync(importId, TestContext.Current.CancellationToken);
        Assert.NotNull(import);
        return import;
    }

    /// <summary>Every contact with its values, without keys and versions.</summary>
    private static async Task<string[]> StateAsync(Crm crm)
    {
        await using var context = crm.Context();
        var contacts = await context.Contacts.AsNoTracking().OrderBy(contact => contact.SellsyId).ToListAsync(TestContext.Current.CancellationToken);
        return
        [
            .. contacts.Select(contact => string.Join(
                '|', contact.SellsyId, contact.FirstName, contact.LastName, contact.JobPosition, contact.Note, contact.CompanyName, contact.Owner.Id, contact.Rest,
                string.Join(',', contact.Emails.OrderBy(email => email.Place).Select(email => email.Address)))),
        ];
    }

    private string Write(string name, int seed, int rows)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, new SellsyExportGenerator(new() { Seed = seed, Rows = rows, Owners = 3, Companies = 5, MultilineNoteShare = 0 }).ToBytes());
        return path;
    }
}
