using System.Globalization;
using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Microsoft.Data.Sqlite;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class BatchTests : IDisposable
{
    private static readonly string[] Tables = ["leads", "companies", "users", "imports", "import_batches"];

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Nothing_of_a_batch_is_stored_where_one_of_its_leads_cannot_be()
    {
        var withoutUserId = new CadenceUser(null!, "No", "Id");
        var batch = new LeadBatch(
            Samples.Import,
            1,
            [new(1, Samples.FullLead(), Samples.Owner), new(2, Samples.Lead(2), withoutUserId), new(3, Samples.Lead(3), Samples.Owner)]);

        var exception = await Assert.ThrowsAsync<SqliteException>(() => _store.Sink.AddAsync(batch, TestContext.Current.CancellationToken).AsTask());

        Assert.Equal("NOT NULL constraint failed: users.id", exception.Message);
        Assert.All(Tables, table => Assert.Equal(0, _store.Count(table)));
    }

    [Theory]
    [InlineData("owner_id = 'nobody'")]
    [InlineData("company_id = 99")]
    [InlineData("created_by_import = 99")]
    public async Task Leads_that_refer_to_what_is_not_there_are_not_stored(string reference)
    {
        await _store.Ledger.StartAsync(Samples.Start, TestContext.Current.CancellationToken);
        using var database = _store.Open();

        var exception = await Assert.ThrowsAsync<SqliteException>(() => database.AddLeadsAsync(
            session =>
            {
                var (last, outcomes) = (session.Leads.Last(), BatchWriter.Write(session, Samples.Written(1, Samples.Added(Samples.FullLead())), _store.Time, TestContext.Current.CancellationToken));
                session.Leads.CheckReferences(last);
                session.Execute($"UPDATE leads SET {reference}");
                session.Leads.CheckReferences(last);
                return outcomes;
            },
            TestContext.Current.CancellationToken));

        Assert.Equal("FOREIGN KEY constraint failed", exception.Message);
        Assert.Equal(0, _store.Count("leads"));
    }

    [Fact]
    public async Task A_batch_that_failed_can_be_mended_and_added_with_the_companies_it_met()
    {
        var company = new LeadCompany { SellsyId = "5", Name = "Les Ateliers" };
        var leads = new[] { Samples.Lead(1) with { Company = company }, Samples.Lead(2) with { SellsyContactId = null! } };
        await Assert.ThrowsAsync<SqliteException>(() => _store.AddAsync(1, leads).AsTask());

        leads[1] = Samples.Lead(2) with { Company = company };
        Assert.Equal([LeadEntryOutcome.Added, LeadEntryOutcome.Added], await _store.AddAsync(1, leads));

        Assert.Equal([["1", "5"], ["2", "5"]], _store.Query("SELECT sellsy_contact_id, sellsy_id FROM leads JOIN companies ON companies.id = company_id"));
    }

    [Fact]
    public async Task A_batch_handed_over_twice_is_stored_once_and_gives_its_first_result()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        LeadEntryOutcome[] expected = [LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added];

        Assert.Equal(expected, await _store.AddAsync(2, Samples.Lead(1), Samples.Lead(2)));
        Assert.Equal(expected, await _store.AddAsync(2, Samples.Lead(1), Samples.Lead(2)));

        Assert.Equal(2, _store.Count("leads"));
        Assert.Equal(2, _store.Count("import_batches"));
    }

    [Fact]
    public async Task A_batch_of_another_size_under_the_number_of_a_stored_one_is_refused()
    {
        await _store.AddAsync(1, Samples.Lead(1));

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => _store.AddAsync(1, Samples.Lead(1), Samples.Lead(2)).AsTask());

        Assert.Equal(ErrorCodes.SeamContractBroken, exception.Code);
        Assert.Equal(["ILeadSink", "import import-1, batch 1, 2 leads", "import import-1, batch 1, 1 leads"], exception.Arguments);
        Assert.Equal(1, _store.Count("leads"));
    }

    [Fact]
    public async Task A_contact_of_two_imports_is_the_lead_of_the_first_one()
    {
        await _store.AddAsync(1, Samples.Lead(1) with { LastName = "First" });
        var second = Samples.Import with { ImportId = "import-2" };

        var outcomes = await _store.Sink.AddAsync(
            Samples.Batch(second, 1, Samples.Lead(1) with { LastName = "Second", Company = new() { Name = "New" } }, Samples.Lead(2)),
            TestContext.Current.CancellationToken);

        Assert.Equal([LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added], outcomes);
        Assert.Equal(
            [["1", "First", "import-1"], ["2", null, "import-2"]],
            _store.Query("SELECT sellsy_contact_id, last_name, import_id FROM leads JOIN imports ON imports.id = created_by_import ORDER BY 1"));
        Assert.Equal(0, _store.Count("companies"));
    }

    [Fact]
    public async Task A_batch_cancelled_before_it_starts_stores_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _store.Sink.AddAsync(Samples.Batch(1, Samples.Lead(1)), new(canceled: true)).AsTask());

        Assert.False(File.Exists(_store.DatabasePath));
    }

    [Fact]
    public async Task A_batch_cancelled_in_its_midst_is_rolled_back_and_can_be_added_again()
    {
        using var database = _store.Open();
        using var cancellation = new CancellationTokenSource();
        var batch = Samples.Batch(1, Samples.FullLead(), Samples.Lead(2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.WriteAsync(
            session =>
            {
                var outcomes = BatchWriter.Write(session, batch, CancellationToken.None);
                cancellation.Cancel();
                return outcomes;
            },
            cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.WriteAsync(
            session => BatchWriter.Write(session, batch, cancellation.Token),
            CancellationToken.None));

        Assert.All(Tables, table => Assert.Equal(0, _store.Count(table)));
        Assert.Equal([LeadEntryOutcome.Added, LeadEntryOutcome.Added], await _store.AddAsync(1, [.. batch.Entries.Select(entry => entry.Lead)]));
    }

    [Fact]
    public async Task Ten_thousand_leads_are_stored_in_batches()
    {
        var ids = Enumerable.Range(1, 10_000).Select(id => id.ToString(CultureInfo.InvariantCulture)).ToArray();
        foreach (var chunk in ids.Chunk(2_000).Index())
        {
            var outcomes = await _store.AddAsync(
                chunk.Index + 1,
                [.. chunk.Item.Select(id => Samples.Lead(0) with { SellsyContactId = id, Company = new() { Name = $"Company {id[^1]}" } })]);
            Assert.All(outcomes, outcome => Assert.Equal(LeadEntryOutcome.Added, outcome));
        }

        Assert.Equal(10_000, _store.Count("leads"));
        Assert.Equal(10, _store.Count("companies"));
        Assert.Equal([5L, 10_000L, 0L], _store.Query("SELECT batches, added, errors FROM imports")[0]);
        var found = await _store.Sink.FindExistingAsync([.. ids.Reverse().Take(4_000), "absent"], TestContext.Current.CancellationToken);
        Assert.Equal(ids.Reverse().Take(4_000), found.Select(lead => lead.SellsyContactId));
        Assert.Equal("ok", _store.Query("PRAGMA integrity_check")[0][0]);
        Assert.Empty(_store.Query("PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task Two_stores_on_one_file_that_write_at_once_store_every_contact_once()
    {
        using var second = _store.Open();
        var sinks = new[] { _store.Sink, new SqliteLeadSink(second) };

        var added = await Task.WhenAll(sinks.Select((sink, writer) => Task.Run(async () =>
        {
            var import = Samples.Import with { ImportId = $"import-{writer}" };
            var count = 0;
            for (var number = 1; number <= 20; number++)
            {
                var leads = Enumerable.Range(number * 50, 50)
                    .Select(id => Samples.Lead(id) with { Company = new() { Name = $"Company {id % 7}", SellsyId = id % 2 == 0 ? $"{id % 30}" : null } });
                var outcomes = await sink.AddAsync(Samples.Batch(import, number, [.. leads]), TestContext.Current.CancellationToken);
                count += outcomes.Count(outcome => outcome == LeadEntryOutcome.Added);
            }

            return count;
        })));

        Assert.Equal(1_000, added.Sum());
        Assert.Equal(1_000, _store.Count("leads"));
        Assert.Equal(22, _store.Count("companies"));
        Assert.Equal(40, _store.Count("import_batches"));
        Assert.Empty(_store.Query("PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task Two_imports_at_once_through_one_store_are_both_stored()
    {
        await Task.WhenAll(Enumerable.Range(1, 2).Select(writer => Task.Run(async () =>
        {
            for (var number = 1; number <= 20; number++)
            {
                var leads = Enumerable.Range((writer * 10_000) + (number * 10), 10).Select(id => Samples.Lead(id));
                await _store.Sink.AddAsync(
                    Samples.Batch(Samples.Import with { ImportId = $"import-{writer}" }, number, [.. leads]),
                    TestContext.Current.CancellationToken);
            }
        })));

        Assert.Equal(400, _store.Count("leads"));
        Assert.Equal(2, _store.Count("imports"));
    }
}
