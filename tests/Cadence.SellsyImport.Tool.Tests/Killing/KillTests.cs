using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

/// <summary>
/// Kills imports and undos from outside, at every call of the store and at random moments, and lets the console end them: nothing is lost,
/// nothing is doubled, and nobody has to do anything but call it again. <c>CADENCE_KILLS</c> sets how many random kills there are,
/// <c>CADENCE_SEED</c> runs the same moments again; docs/internals/proof.md has the command of a long run.
/// </summary>
public abstract class KillTests(ITestOutputHelper output) : PreparedStoreTests
{
    private const string Import = "import";
    private const string Undo = "undo";
    // Each process that is killed writes a few batches, so that many kills fall between the first and the last of one import.
    private const int Rows = 1_000;
    private const int RowsOfBatch = 10;
    private const int MostBatchesOfProcess = 6;
    private const int MostKillsOfTask = 20;
    private const int RowsOfEveryCall = 60;
    private const int MostRounds = 60;

    private static readonly int DefaultKills = LongProof.Count(sample: 4, all: 100);

    // From one place to the next at which a process is killed.
    private static readonly int Step = LongProof.Count(sample: 61, all: 1);

    [Fact]
    public async Task Killed_before_and_after_every_call_of_the_store_an_import_and_its_undo_lose_nothing_and_double_nothing()
    {
        await PrepareAsync(RowsOfEveryCall);
        var places = await PlacesAsync(Import, Template, Folder.PathOf("contacts.csv")) + await PlacesAsync(Undo, Imported, ImportId);
        Assert.InRange(places, 30, 200);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Killed at each place, or each {Step}th, of {places}."));
        TellPersons();

        async Task<int> PlacesAsync(string task, string from, string subject)
        {
            for (var place = 1; ; place += Step)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{task}{place}");
                await Store.CopyAsync(from, name);
                using var victim = new Victim(task, Store.Target(name), subject, RowsOfBatch, place);
                if (!await victim.FollowAsync(() => victim.Lines == place))
                {
                    return place - 1;
                }

                Assert.True(await victim.KillAsync());
                Persons.AssertNoneIn($"{task} killed at line {place}, {victim.Last}", victim.Told);
                await EndAsync(task, name, $"{task} killed at line {place}, {victim.Last}");
            }
        }
    }

    [Fact]
    public async Task Killed_at_random_moments_an_import_and_its_undo_lose_nothing_and_double_nothing()
    {
        var kills = Setting("CADENCE_KILLS", DefaultKills);
        var seed = Setting("CADENCE_SEED", Random.Shared.Next(1_000_000_000));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}, {kills} kills"));
        await PrepareAsync(Rows);
        var random = new Random(seed);
        var start = await StartTimeAsync();
        var (killed, between, resumed, round) = (0, 0, 0, 0);
        while (!AreEnough())
        {
            round++;
            Assert.True(round <= MostRounds, $"Many kills have to fall between the first and the last batch: {between} of {killed}, resumed: {resumed}.");
            var name = string.Create(CultureInfo.InvariantCulture, $"round{round}");
            var told = string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}, round {round}");
            await Store.CopyAsync(Template, name);
            await KillSeveralAsync(Import, name, Folder.PathOf("contacts.csv"));
            resumed += await EndAsync(Import, name, told) ? 1 : 0;
            var importId = await ImportIdAsync(name);
            await KillSeveralAsync(Undo, name, importId);
            await EndAsync(Undo, name, told, importId);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{killed} kills of {round} imports and undos, {between} of them after a batch; the console went on with {resumed}."));
        TellPersons();

        // A few kills may all fall before the first batch, or in an undo: then there are more.
        bool AreEnough() => killed >= kills && between >= kills / 4 && resumed > 0;

        async Task KillSeveralAsync(string task, string name, string subject)
        {
            for (var left = random.Next(1, Math.Min(MostKillsOfTask, kills) + 1); left > 0 && !AreEnough() && await KillAsync(task, name, subject); left--)
            {
            }
        }

        // Whether it was killed before its end. One of five moments lies before the first batch, the others after one of the first.
        async Task<bool> KillAsync(string task, string name, string subject)
        {
            using var victim = new Victim(task, Store.Target(name), subject, RowsOfBatch);
            if (random.Next(5) == 0)
            {
                victim.LetRun(start * random.NextDouble());
            }
            else
            {
                var batches = random.Next(1, MostBatchesOfProcess);
                if (!await victim.FollowAsync(() => victim.Batches == batches))
                {
                    return false;
                }

                victim.LetRun(TimeSpan.FromMilliseconds(random.Next(5)));
                between++;
            }

            killed++;
            var wasRunning = await victim.KillAsync();
            Persons.AssertNoneIn($"CADENCE_SEED={seed}, round {round}", victim.Told);
            return wasRunning;
        }
    }

    private void TellPersons()
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"None of {Persons.Count} values of persons is in any of {Persons.Texts} texts that processes told."));
        Assert.True(Persons.Count > 100, $"{Persons.Count} values of persons are too few.");
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>How long a process takes until its first batch.</summary>
    private async Task<TimeSpan> StartTimeAsync()
    {
        await Store.CopyAsync(Template, "start");
        var clock = Stopwatch.StartNew();
        using var victim = new Victim(Import, Store.Target("start"), Folder.PathOf("contacts.csv"), RowsOfBatch);
        Assert.True(await victim.FollowAsync(() => victim.Batches == 1));
        var time = clock.Elapsed;
        await victim.KillAsync();
        return time;
    }

    /// <summary>Lets the console end what was killed, and compares.</summary>
    /// <returns>Whether it went on with what was there.</returns>
    private async Task<bool> EndAsync(string task, string name, string told, string? importId = null)
    {
        // One that was killed between the end of its import and telling so is followed by one that begins another.
        var before = await Store.ReadAsync(name, "SELECT state, batches FROM imports WHERE file_name = 'contacts.csv' ORDER BY id DESC LIMIT 1");
        string[] command = task == Undo ? ["undo", importId ?? ImportId, "--yes"] : ["import", "contacts.csv", "--existing", "overwrite"];
        var run = (await Folder.RunAsync([.. command, "--json", .. Store.Arguments(name)])).Succeeded();
        Persons.AssertNoneIn(told, run.Output + run.Errors);
        if (task == Undo)
        {
            Assert.Equal($"{told}\n{LeadsBefore}", $"{told}\n{await Store.ReadLeadsAsync(name)}");
            Assert.Equal($"{told}\n{CompaniesBefore}", $"{told}\n{await Store.ReadCompaniesAsync(name)}");
            Assert.StartsWith("undone|", await Store.ReadLedgerAsync(name), StringComparison.Ordinal);
            return true;
        }

        Assert.Equal($"{told}\n{LeadsAfter}", $"{told}\n{await Store.ReadLeadsAsync(name)}");
        Assert.Equal($"{told}\n{CompaniesAfter}", $"{told}\n{await Store.ReadCompaniesAsync(name)}");
        Assert.Equal($"{told}: {LedgerAfter}", $"{told}: {await Store.ReadLedgerAsync(name)}");
        var isResumed = run.Json.GetProperty("resumedAtRow").ValueKind == System.Text.Json.JsonValueKind.Number;
        var wasBegun = before is ['r' or 'i', ..] && !before.EndsWith("|0\n", StringComparison.Ordinal);
        Assert.Equal($"{told}: {wasBegun}, {before}", $"{told}: {isResumed}, {before}");
        return isResumed;
    }
}
