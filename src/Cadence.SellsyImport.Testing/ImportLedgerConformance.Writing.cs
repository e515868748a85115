using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// How batches are written: outcomes, changes, rows, counts and the position to continue from, in one transaction.
public abstract partial class ImportLedgerConformance
{
    /// <summary>All five outcomes, in the order of the batch.</summary>
    [Fact]
    public async Task Each_entry_has_its_outcome_in_the_order_of_the_batch()
    {
        var ledger = await FilledAsync("1", "2", "3", "4");
        var read = await ReadAsync(ledger, ["1", "2", "3"]);
        await EditLeadAsync("2", "Gérante", null);
        await RemoveLeadAsync("3");

        var outcomes = await ledger.WriteAsync(
            LedgerBatches.Batch(
                2,
                5,
                LedgerBatches.Entry(5, FullLeads.Of("3"), read["3"]),
                LedgerBatches.Entry(6, FullLeads.Of("9")),
                LedgerBatches.Entry(7, FullLeads.Of("2"), read["2"]),
                LedgerBatches.Entry(8, FullLeads.Of("4")),
                LedgerBatches.Entry(9, FullLeads.Of("1"), read["1"])),
            Cancellation);

        Assert.Equal(
            [
                LeadEntryOutcome.Vanished, LeadEntryOutcome.Added, LeadEntryOutcome.ChangedMeanwhile, LeadEntryOutcome.AlreadyPresent,
                LeadEntryOutcome.Updated,
            ],
            outcomes);
        var now = await ReadAsync(ledger, ["1", "2", "3", "4", "9"]);
        Assert.Equal(["1", "2", "4", "9"], now.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(FullLeads.Text(FullLeads.Of("1"), Batches.Owner), FullLeads.Text(now["1"]));
        Assert.Equal(FullLeads.Text(FullLeads.Of("9"), Batches.Owner), FullLeads.Text(now["9"]));
        Assert.Equal(FullLeads.Text(Batches.Lead("2") with { JobPosition = "Gérante" }, Batches.Owner), FullLeads.Text(now["2"]));
        Assert.Equal(FullLeads.Text(Batches.Lead("4"), Batches.Owner), FullLeads.Text(now["4"]));
    }

    /// <summary>A change sets every field to its new value, even to null, and the owner too.</summary>
    [Fact]
    public async Task A_changed_lead_has_every_value_of_the_entry_and_its_owner()
    {
        var ledger = await StartedAsync();
        await ledger.WriteAsync(
            LedgerBatches.Batch(1, 1, LedgerBatches.Entry(1, FullLeads.Of("1")), LedgerBatches.Entry(2, Batches.Lead("2"))),
            Cancellation);
        var read = await ReadAsync(ledger, ["1", "2"]);
        var emptied = new Lead { SellsyContactId = "1", Company = new() { Name = "Alpha" } };
        var filled = FullLeads.Of("2") with { Company = FullLeads.Company() with { City = "Lyon" } };

        var outcomes = await ledger.WriteAsync(
            LedgerBatches.Batch(
                2,
                3,
                new LeadEntry(3, emptied, FullLeads.OtherOwner) { Before = read["1"] },
                new LeadEntry(4, filled, Batches.Owner) { Before = read["2"] }),
            Cancellation);

        Assert.Equal(Repeat(LeadEntryOutcome.Updated, 2), outcomes);
        read = await ReadAsync(ledger, ["1", "2"]);
        Assert.Equal(FullLeads.Text(emptied, FullLeads.OtherOwner), FullLeads.Text(read["1"]));
        Assert.Equal(FullLeads.Text(filled, Batches.Owner), FullLeads.Text(read["2"]));
        await CompaniesAreAsync("Alpha", "Étigny & Fils");
    }

    /// <summary>The sink finds what the ledger wrote.</summary>
    [Fact]
    public async Task Leads_of_the_ledger_are_found_by_the_sink()
    {
        await FilledAsync("1", "3");

        var found = await (await OpenSinkAsync()).FindExistingAsync(["1", "2", "3"], Cancellation);

        Assert.Equal(["1", "3"], found.Select(lead => lead.SellsyContactId).Order(StringComparer.Ordinal));
    }

    /// <summary>Outcomes of rows, refused rows, counts, place and lease are stored with the leads.</summary>
    [Fact]
    public async Task What_became_of_the_rows_is_stored_with_the_batch()
    {
        var ledger = await FilledAsync("1");
        At(3);
        RowOutcome[] rows =
        [
            RowOutcome.Added, RowOutcome.Skipped, RowOutcome.Added, RowOutcome.Updated, RowOutcome.Error, RowOutcome.Unchanged, RowOutcome.Unchanged,
        ];

        await ledger.WriteAsync(
            LedgerBatches.Rows(
                2,
                2,
                [.. rows],
                LedgerBatches.Entry(2, Batches.Lead("2")),
                LedgerBatches.Entry(4, Batches.Lead("1")) with { CompletedBy = [new(5, RowOutcome.Updated), new(7, RowOutcome.Unchanged)] }),
            Cancellation);

        var import = await FindAsync(await OpenAsync());
        Assert.Equal(new(8, 2, 0, 1, 1, 4), import.Counts);
        Assert.True(import.Counts.IsBalanced);
        Assert.Equal((2, LedgerBatches.Next(9), LedgerBatches.Held(minute: 3)), (import.Batches, import.Next, import.Lease));
        Assert.Equal(ImportState.Running, import.State);
        var batches = await ListAsync(ledger.ReadBatchesAsync(import.Import.ImportId, Cancellation));
        Assert.Equal([(1, 1L), (2, 2L)], batches.Select(batch => (batch.Number, batch.FirstRow)));
        Assert.Equal([(byte)RowOutcome.Added], batches[0].RowOutcomes.ToArray());
        Assert.Equal(rows.Select(outcome => (byte)outcome), batches[1].RowOutcomes.ToArray());
        Assert.Empty(batches[0].Refused);
        Assert.Equal(
            [
                new(4, LeadEntryOutcome.AlreadyPresent), new(5, LeadEntryOutcome.AlreadyPresent), new RefusedRow(7, LeadEntryOutcome.AlreadyPresent),
            ],
            batches[1].Refused);
    }

    /// <summary>If rows are merged, a lead may be refused after an earlier batch counted the rows merged into it.</summary>
    [Fact]
    public async Task A_refused_lead_takes_the_rows_of_earlier_batches_with_it()
    {
        var ledger = await FilledAsync("1");
        await ledger.WriteAsync(LedgerBatches.Rows(2, 2, [RowOutcome.Added, RowOutcome.Updated, RowOutcome.Updated]), Cancellation);

        await ledger.WriteAsync(
            LedgerBatches.Rows(
                3,
                5,
                [RowOutcome.Unchanged],
                LedgerBatches.Entry(2, Batches.Lead("1")) with { CompletedBy = [new(3, RowOutcome.Updated), new(5, RowOutcome.Unchanged)] }),
            Cancellation);

        Assert.Equal(new(5, 1, 1, 0, 0, 3), (await FindAsync(ledger)).Counts);
        var last = (await ListAsync(ledger.ReadBatchesAsync("import-1", Cancellation)))[^1];
        Assert.Equal([2L, 3L, 5L], last.Refused.Select(row => row.Row));
    }

    /// <summary>Rows that the importer itself refuses are not written, and are stored and counted with those that the ledger refuses.</summary>
    [Fact]
    public async Task Leads_that_the_importer_refuses_are_accounted_for_and_not_written()
    {
        var ledger = await FilledAsync("1");
        await ledger.WriteAsync(LedgerBatches.Rows(2, 2, [RowOutcome.Added, RowOutcome.Updated]), Cancellation);
        var batch = LedgerBatches.Rows(
            3,
            4,
            [RowOutcome.Added, RowOutcome.Added, RowOutcome.Updated],
            LedgerBatches.Entry(4, Batches.Lead("1")),
            LedgerBatches.Entry(5, Batches.Lead("5"))) with
        {
            RefusedLeads = [LedgerBatches.Entry(2, Batches.Lead("2")) with { CompletedBy = [new(3, RowOutcome.Updated), new(6, RowOutcome.Updated)] }],
        };

        await ledger.WriteAsync(batch, Cancellation);
        await ledger.WriteAsync(batch, Cancellation);

        Assert.Equal(new(6, 2, 0, 0, 0, 4), (await FindAsync(ledger)).Counts);
        Assert.Equal(
            [
                new(4, LeadEntryOutcome.AlreadyPresent), new(2, LeadEntryOutcome.OwnerChanged), new(3, LeadEntryOutcome.OwnerChanged),
                new RefusedRow(6, LeadEntryOutcome.OwnerChanged),
            ],
            (await ListAsync((await OpenAsync()).ReadBatchesAsync("import-1", Cancellation)))[^1].Refused);
        Assert.Equal(["1", "5"], (await ledger.ReadLeadsAsync(["1", "2", "5"], Cancellation)).Select(lead => lead.Lead.SellsyContactId).Order());
    }

    /// <summary>Rows without a lead are rows too.</summary>
    [Fact]
    public async Task A_batch_without_entries_moves_the_import_on()
    {
        var ledger = await StartedAsync();
        var batch = LedgerBatches.Rows(1, 1, [.. Enumerable.Repeat(RowOutcome.Skipped, 70_000)]);

        Assert.Empty(await ledger.WriteAsync(batch, Cancellation));
        Assert.Empty(await ledger.WriteAsync(batch, Cancellation));

        var import = await FindAsync(ledger);
        Assert.Equal((1, LedgerBatches.Next(70_001), new(70_000, 0, 0, 0, 70_000, 0)), (import.Batches, import.Next!.Value, import.Counts));
        var stored = Assert.Single(await ListAsync(ledger.ReadBatchesAsync("import-1", Cancellation)));
        Assert.True(stored.RowOutcomes.Span.SequenceEqual(batch.RowOutcomes.Span));
    }

    /// <summary>Whole or not at all: new leads, changes, companies, counts and the position to continue from.</summary>
    [Fact]
    public async Task A_batch_that_cannot_be_stored_leaves_nothing_and_can_be_mended()
    {
        var ledger = await FilledAsync("1", "2");
        var before = await ReadAsync(ledger, ["1", "2"]);
        var importBefore = await FindAsync(ledger);
        var company = new LeadCompany { SellsyId = "5", Name = "Les Ateliers" };
        LeadEntry Change(long row, string id) => LedgerBatches.Entry(row, before[id].Lead with { LastName = "Été", Company = company }, before[id]);
        LedgerBatch Batch(string? third) => LedgerBatches.Batch(
            2, 3, Change(3, "1"), LedgerBatches.Entry(4, Batches.Lead("4") with { Company = company }), LedgerBatches.Entry(5, Batches.Lead(third!)), Change(6, "2"));

        At(3);

        await Assert.ThrowsAnyAsync<Exception>(async () => await ledger.WriteAsync(Batch(null), Cancellation));

        var after = await ReadAsync(ledger, ["1", "2", "4"]);
        Assert.Equal(2, after.Count);
        Assert.All(after, pair => Assert.Equal(LeadSnapshot.ToJson(before[pair.Key]), LeadSnapshot.ToJson(pair.Value)));
        await CompaniesAreAsync();
        Assert.Equal(importBefore, await FindAsync(ledger));
        Assert.Single(await ListAsync(ledger.ReadBatchesAsync("import-1", Cancellation)));

        LeadEntryOutcome[] expected = [LeadEntryOutcome.Updated, LeadEntryOutcome.Added, LeadEntryOutcome.Added, LeadEntryOutcome.Updated];
        Assert.Equal(expected, await ledger.WriteAsync(Batch("5"), Cancellation));
        Assert.Equal(new(6, 4, 2, 0, 0, 0), (await FindAsync(ledger)).Counts);
        await CompaniesAreAsync("Les Ateliers");
    }

    /// <summary>The import and the number identify a stored batch; its first result is the answer, also to another sink.</summary>
    [Fact]
    public async Task A_batch_handed_over_twice_is_stored_once_and_gives_its_first_result()
    {
        var ledger = await FilledAsync("1", "2", "3");
        var read = await ReadAsync(ledger, ["1", "2"]);
        await EditLeadAsync("2", "Gérante", null);
        var batch = LedgerBatches.Batch(
            2,
            4,
            LedgerBatches.Entry(4, FullLeads.Of("1"), read["1"]),
            LedgerBatches.Entry(5, FullLeads.Of("2"), read["2"]),
            LedgerBatches.Entry(6, Batches.Lead("5")),
            LedgerBatches.Entry(7, Batches.Lead("3")));
        LeadEntryOutcome[] expected =
        [
            LeadEntryOutcome.Updated, LeadEntryOutcome.ChangedMeanwhile, LeadEntryOutcome.Added, LeadEntryOutcome.AlreadyPresent,
        ];

        Assert.Equal(expected, await ledger.WriteAsync(batch, Cancellation));
        var version = (await ReadAsync(ledger, "1")).Version;
        var import = await FindAsync(ledger);
        Assert.Equal(expected, await ledger.WriteAsync(batch, Cancellation));
        Assert.Equal(expected, await (await OpenAsync()).WriteAsync(batch, Cancellation));

        Assert.Equal(version, (await ReadAsync(ledger, "1")).Version);
        Assert.Equal(import, await FindAsync(ledger));
        Assert.Equal(2, (await ListAsync(ledger.ReadBatchesAsync("import-1", Cancellation))).Count);
    }

    /// <summary>The answer to the commit is lost, its process dies, and another process sends the batch again.</summary>
    [Fact]
    public async Task A_batch_whose_answer_was_lost_is_handed_over_by_another_process_and_stored_once()
    {
        var ledger = await FilledAsync("1");
        var there = await ReadAsync(ledger, "1");
        var batch = LedgerBatches.Batch(
            2, 2, LedgerBatches.Entry(2, FullLeads.Of("1"), there), LedgerBatches.Entry(3, Batches.Lead("3")));
        await ledger.WriteAsync(batch, Cancellation);

        var other = await OpenAsync();
        var lease = LedgerBatches.Lease("b");
        At(1);
        var taken = await other.StartAsync(LedgerBatches.Start(9, lease, plan: 1) with { TakeOverFrom = batch.Lease.Token }, Cancellation);
        var outcomes = await other.WriteAsync(batch with { Lease = lease }, Cancellation);

        Assert.Equal((2, LedgerBatches.Held("b", minute: 1)), (taken.Batches, taken.Lease));
        Assert.Equal([LeadEntryOutcome.Updated, LeadEntryOutcome.Added], outcomes);
        Assert.Equal(new(3, 2, 1, 0, 0, 0), (await FindAsync(other)).Counts);
    }

    /// <summary>Batch numbers are counted per import.</summary>
    [Fact]
    public async Task The_same_number_of_another_import_is_another_batch()
    {
        var ledger = await FilledAsync("1");
        await ledger.StartAsync(LedgerBatches.Start(2), Cancellation);

        var outcomes = await ledger.WriteAsync(LedgerBatches.New("1", "2").Of(2), Cancellation);

        Assert.Equal([LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added], outcomes);
        Assert.Equal(new(2, 1, 0, 0, 0, 1), (await FindAsync(ledger, 2)).Counts);
        Assert.Equal(new(1, 1, 0, 0, 0, 0), (await FindAsync(ledger)).Counts);
    }

    /// <summary>Many leads are created and then changed.</summary>
    [Fact]
    public async Task Many_leads_are_created_and_changed()
    {
        var perBatch = ManyLeads / 5;
        var leads = 5 * perBatch;
        var ledger = await StartedAsync();
        for (var number = 1; number <= 5; number++)
        {
            var outcomes = await ledger.WriteAsync(LedgerBatches.Numbered(number, ((number - 1) * perBatch) + 1, perBatch), Cancellation);
            Assert.Equal(Repeat(LeadEntryOutcome.Added, perBatch), outcomes);
        }

        for (var number = 6; number <= 10; number++)
        {
            var ids = Batches.Ids(Batches.Numbered(1, ((number - 6) * perBatch) + 1, perBatch));
            var read = await ReadAsync(ledger, ids);
            var entries = ids.Select((id, index) =>
                LedgerBatches.Entry(((number - 1) * perBatch) + index + 1, read[id].Lead with { Note = id }, read[id]));
            var outcomes = await ledger.WriteAsync(LedgerBatches.Batch(number, ((number - 1) * perBatch) + 1, [.. entries]), Cancellation);
            Assert.Equal(Repeat(LeadEntryOutcome.Updated, perBatch), outcomes);
        }

        var import = await FindAsync(ledger);
        Assert.Equal((10, new(2 * leads, leads, leads, 0, 0, 0)), (import.Batches, import.Counts));
        var all = await ReadAsync(ledger, Enumerable.Range(1, 2 * perBatch).Select(id => $"{id}"));
        Assert.Equal(2 * perBatch, all.Count);
        Assert.All(all, pair => Assert.Equal((pair.Key, Batches.CompanyOf(pair.Key)), (pair.Value.Lead.Note, pair.Value.Lead.Company?.Name)));
    }

    private static IEnumerable<LeadEntryOutcome> Repeat(LeadEntryOutcome outcome, int count) => Enumerable.Repeat(outcome, count);
}
