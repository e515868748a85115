using System.Globalization;
using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Microsoft.Data.Sqlite;

namespace Cadence.SellsyImport.Sqlite.Tests;

/// <summary>A first import that is large enough to go without the indexes of companies until its end.</summary>
public sealed class CompanyIndexTests : IDisposable
{
    private const int MostIndexed = 2;
    private const string Indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'companies' AND sql IS NOT NULL ORDER BY 1";
    private const string Guards = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%unindexed%'";

    private static readonly DateTimeOffset End = new(2026, 4, 3, 8, 31, 0, TimeSpan.Zero);

    private readonly TemporaryStore _store = new(options => options.MostIndexedCompanies = MostIndexed);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string[] Both => ["companies_by_name_key", "companies_by_sellsy_id"];

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_first_import_of_many_companies_goes_without_their_indexes_until_its_end()
    {
        await StartAsync();
        Assert.Equal(Both, NamesOf(_store, Indexes));
        await WriteAsync(2);
        Assert.Empty(NamesOf(_store, Indexes));
        await WriteAsync(3, 4);
        Assert.Empty(NamesOf(_store, Indexes));

        await _store.Ledger.EndAsync("import-1", "lease-1", ImportState.Finished, End, Cancellation);

        Assert.Equal(Both, NamesOf(_store, Indexes));
        Assert.Empty(NamesOf(_store, Guards));
        AssertWhole(_store, batches: 4);
    }

    [Fact]
    public async Task An_import_into_a_database_with_companies_keeps_the_indexes()
    {
        await _store.AddAsync(1, Samples.Lead(1_000) with { Company = new() { SellsyId = "1", Name = "There before" } });
        var second = Samples.Import with { ImportId = "import-2" };
        await _store.Ledger.StartAsync(new(second, "sha256:33", new byte[] { 1 }, Samples.Lease), Cancellation);
        for (var number = 1; number <= 3; number++)
        {
            await _store.Ledger.WriteAsync(Batch(second, number), Cancellation);
            Assert.Equal(Both, NamesOf(_store, Indexes));
        }

        Assert.Equal([["There before"]], _store.Query("SELECT name FROM companies WHERE sellsy_id = '1'"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Killed_after_a_batch_the_next_to_open_builds_the_indexes_and_the_import_goes_on(int batches)
    {
        await StartAsync();
        await WriteAsync([.. Enumerable.Range(2, batches - 1)]);
        using var next = new TemporaryStore();
        CopyAsIfKilled(to: next);

        var logs = new CollectedLogs();
        await new SqliteLeadSink(next.OpenKept(logs), next.Time).FindImportAsync("import-1", Cancellation);
        var rebuilt = $"102 IndexesRebuilt: The indexes of companies in the database {next.DatabasePath}, which an interrupted import had removed, were built again.";
        Assert.Equal(batches == 1 ? [] : [rebuilt], logs.Lines());
        Assert.Equal(Both, NamesOf(next, Indexes));
        Assert.Empty(NamesOf(next, Guards));
        for (var number = batches + 1; number <= 5; number++)
        {
            await next.Ledger.WriteAsync(Batch(Samples.Import, number), Cancellation);
        }

        AssertWhole(next, batches: 5);
    }

    [Fact]
    public async Task A_database_without_the_indexes_that_is_only_read_is_read_and_stays_as_it_is()
    {
        await StartAsync();
        await WriteAsync(2, 3);
        using var killed = new TemporaryStore();
        CopyAsIfKilled(to: killed);
        using var database = killed.Open(options => options.IsReadOnly = true);

        Assert.Single(await new SqliteLeadSink(database).ReadLeadsAsync(["1"], Cancellation));

        Assert.Empty(NamesOf(killed, Indexes));
    }

    [Fact]
    public async Task Another_process_that_opens_the_database_meanwhile_builds_the_indexes_and_both_find_the_companies_of_each_other()
    {
        await StartAsync();
        await WriteAsync(2);
        var other = new SqliteLeadSink(_store.OpenKept(), _store.Time);

        await other.AddAsync(
            Samples.Batch(Samples.Import with { ImportId = "import-2" }, 1, Samples.Lead(500) with { Company = Company(1) }, Samples.Lead(501) with { Company = Company(900) }),
            Cancellation);
        Assert.Equal(Both, NamesOf(_store, Indexes));
        await _store.Ledger.WriteAsync(
            Samples.Written(3, Samples.Added(Samples.Lead(600) with { Company = Company(900) }), Samples.Added(Samples.Lead(601) with { Company = Company(1) })),
            Cancellation);

        Assert.Equal([["C 1", 8L], ["C 900", 2L]], _store.Query(
            "SELECT name, count(*) FROM leads JOIN companies ON companies.id = company_id WHERE sellsy_id IN ('1', '900') GROUP BY company_id ORDER BY 1"));
        AssertIndexed(_store);
    }

    [Fact]
    public async Task Calls_beside_the_import_in_its_own_process_leave_it_without_indexes()
    {
        await StartAsync();
        await WriteAsync(2);
        var reading = Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await _store.Ledger.FindImportAsync("import-1", Cancellation))).ToArray();
        await WriteAsync(3);
        await Task.WhenAll(reading);
        await WriteAsync(4);

        Assert.Empty(NamesOf(_store, Indexes));
        await _store.Ledger.EndAsync("import-1", "lease-1", ImportState.Finished, End, Cancellation);
        AssertWhole(_store, batches: 4);
    }

    [Fact]
    public async Task Another_program_cannot_add_a_company_a_second_time_while_the_indexes_are_missing()
    {
        await StartAsync();
        await WriteAsync(2);

        Assert.Throws<SqliteException>(() => _store.Run("INSERT INTO companies (sellsy_id, name) VALUES ('1', 'Twice')"));
        Assert.Throws<SqliteException>(() => _store.Run("INSERT INTO companies (name_key, name) VALUES ('n 1', 'Twice')"));
        Assert.Throws<SqliteException>(() => _store.Run("UPDATE companies SET sellsy_id = '1' WHERE sellsy_id = '2'"));
        _store.Run("UPDATE companies SET sellsy_id = '1' WHERE sellsy_id = '1'; INSERT INTO companies (sellsy_id, name) VALUES ('300', 'C 300');");

        await _store.Ledger.WriteAsync(Samples.Written(3, Samples.Added(Samples.Lead(600) with { Company = Company(300) })), Cancellation);
        await _store.Ledger.EndAsync("import-1", "lease-1", ImportState.Finished, End, Cancellation);
        Assert.Equal([["C 300", null]], _store.Query("SELECT name, created_by_import FROM companies WHERE sellsy_id = '300'"));
        AssertIndexed(_store);
    }

    [Fact]
    public async Task A_batch_that_fails_without_the_indexes_can_be_given_again()
    {
        await StartAsync();
        await WriteAsync(2);
        var batch = Batch(Samples.Import, 3);
        var failing = batch with { Leads = batch.Leads with { Entries = batch.Leads.Entries.SetItem(2, new(203, Samples.Lead(1) with { SellsyContactId = null! }, Samples.Owner)) } };
        await Assert.ThrowsAsync<SqliteException>(() => _store.Ledger.WriteAsync(failing, Cancellation).AsTask());

        await WriteAsync(3, 4);

        await _store.Ledger.EndAsync("import-1", "lease-1", ImportState.Finished, End, Cancellation);
        AssertWhole(_store, batches: 4);
    }

    [Fact]
    public async Task An_import_that_is_interrupted_builds_the_indexes_too()
    {
        await StartAsync();
        await WriteAsync(2, 3);
        await _store.Ledger.EndAsync("import-1", "lease-1", ImportState.Interrupted, End, Cancellation);
        Assert.Equal(Both, NamesOf(_store, Indexes));
    }

    [Fact]
    public async Task A_contact_that_is_there_already_leaves_no_company_behind()
    {
        await StartAsync();
        await WriteAsync(2);

        var outcomes = await _store.Ledger.WriteAsync(
            Samples.Written(3, Samples.Added(Samples.Lead(1) with { Company = Company(700) }), Samples.Added(Samples.Lead(700) with { Company = Company(701) })),
            Cancellation);
        await _store.Ledger.WriteAsync(Samples.Written(4, Samples.Added(Samples.Lead(702) with { Company = Company(700) })), Cancellation);

        Assert.Equal([LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added], outcomes);
        Assert.Equal([["700", "702"], ["701", "700"]], _store.Query(
            "SELECT sellsy_id, sellsy_contact_id FROM companies LEFT JOIN leads ON companies.id = company_id WHERE sellsy_id IN ('700', '701') ORDER BY 1"));
    }

    [Fact]
    public void Known_companies_are_found_by_their_key_among_many_and_only_those()
    {
        var known = new KnownCompanies();
        for (var id = 1; id <= 20_000; id++)
        {
            known.Add(id.ToString(CultureInfo.InvariantCulture), id);
        }

        Assert.All(Enumerable.Range(1, 20_000), id => Assert.Contains(id, Candidates(known, id.ToString(CultureInfo.InvariantCulture))));
        Assert.InRange(Enumerable.Range(20_001, 20_000).Sum(id => Candidates(known, id.ToString(CultureInfo.InvariantCulture)).Count), 0, 20);
        known.Clear();
        Assert.Empty(Candidates(known, "1"));
    }

    private static List<int> Candidates(KnownCompanies known, string key)
    {
        List<int> found = [];
        var slot = -1;
        while (known.Next(key, ref slot) is var id and not 0)
        {
            found.Add(id);
        }

        return found;
    }

    private async Task StartAsync()
    {
        await _store.Ledger.StartAsync(Samples.Start, Cancellation);
        await WriteAsync(1);
    }

    private async Task WriteAsync(params int[] batches)
    {
        foreach (var number in batches)
        {
            await _store.Ledger.WriteAsync(Batch(Samples.Import, number), Cancellation);
        }
    }

    /// <summary>Eight leads: companies of this batch with an id and without, and those of batch 1 again.</summary>
    private static LedgerBatch Batch(ImportInfo import, int number) => Samples.Written(
        import,
        Samples.Lease,
        number,
        [.. new[] { Company(number), Company(number), Named(number), Named(number), Company(1), Named(1), Company(1) with { City = "Dax" }, new() { City = "Pau" } }
            .Select((company, index) => Samples.Added(Samples.Lead((number * 10) + index - 9) with { Company = company }))]);

    private static LeadCompany Company(int id) => new() { SellsyId = id.ToString(CultureInfo.InvariantCulture), Name = $"C {id}" };

    private static LeadCompany Named(int id) => new() { Name = id == 1 ? "N 1" : $"n {id}" };

    private static string[] NamesOf(TemporaryStore store, string query) => [.. store.Query(query).Select(row => (string)row[0]!)];

    /// <summary>Copies the files while the store has them open: what a process that is killed then leaves.</summary>
    private void CopyAsIfKilled(TemporaryStore to)
    {
        foreach (var suffix in new[] { "", "-wal" })
        {
            using var from = new FileStream(_store.DatabasePath + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = File.Create(to.DatabasePath + suffix);
            from.CopyTo(copy);
        }
    }

    private static void AssertWhole(TemporaryStore store, int batches)
    {
        Assert.Equal(8L * batches, store.Count("leads"));
        Assert.Equal(
            Enumerable.Range(1, batches).Select(id => (object?[])[id == 1 ? "C 1" : $"C {id}", id == 1 ? 2L + (2 * batches) : 2L])
                .Concat(Enumerable.Range(1, batches).Select(id => (object?[])[id == 1 ? "N 1" : $"n {id}", id == 1 ? 2L + batches : 2L])),
            store.Query("SELECT name, count(*) FROM leads JOIN companies ON companies.id = company_id WHERE name IS NOT NULL GROUP BY company_id ORDER BY name COLLATE BINARY"));
        Assert.Equal([[(long)batches]], store.Query("""SELECT count(*) FROM leads WHERE company_as_told = '{"sellsy_id":"1","name":"C 1","city":"Dax"}'"""));
        Assert.Equal([[(long)batches]], store.Query("SELECT count(*) FROM leads WHERE company_as_told IS NOT NULL"));
        AssertIndexed(store);
    }

    private static void AssertIndexed(TemporaryStore store)
    {
        Assert.Equal(Both, NamesOf(store, Indexes));
        Assert.Equal([["ok"]], store.Query("PRAGMA integrity_check"));
        Assert.Empty(store.Query("PRAGMA foreign_key_check"));
    }
}
