using Cadence.SellsyImport.Sqlite.Tests.Support;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class LedgerTests : IDisposable
{
    private static readonly DateTimeOffset End = new(2026, 4, 3, 8, 31, 0, TimeSpan.Zero);

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task An_import_is_in_its_tables_from_its_start_to_its_end()
    {
        await _store.Ledger.StartAsync(Samples.Start, Cancellation);
        Assert.Equal(
            [
                1L, "import-1", "contacts.csv", "sha256:00", "/exports/contacts.csv", "sha256:11", "fill_blanks", "sha256:22",
                "2026-04-03T08:30:00.0000000Z", "aline", null, "running", 0L, 0L, 0L, 0L, 0L, 0L, 0L, null, null, null, "lease-1",
                "host of lease-1", "2026-04-03T08:00:00.0000000Z", "2026-04-03T08:05:00.0000000Z", null, null, null, "", null, null, null, 0L,
            ],
            Assert.Single(_store.Query("SELECT * FROM imports")));
        Assert.Equal([[1L, new byte[] { 1, 0, 255 }]], _store.Query("SELECT * FROM import_plans"));

        await _store.Ledger.WriteAsync(Samples.Written(1, Samples.Added(Samples.Lead(1)), Samples.Added(Samples.Lead(2))), Cancellation);
        Assert.Equal(
            [1L, 1L, 1L, "0101", null, "0000", """[1,"1",2,"2"]""", 1L, 0L, null],
            Assert.Single(_store.Query(
                """
                SELECT import, number, first_row, hex(row_outcomes), refused, hex(outcomes), created_leads, first_change, last_change, undone
                FROM import_batches
                """)));

        await _store.Ledger.EndAsync("import-1", "lease-1", ImportState.Finished, End, Cancellation);
        Assert.Equal(
            ["2026-04-03T08:31:00.0000000Z", "finished", 2L, 2L, 0L, 0L, 0L, 0L, 1L, 3L, 4L, 3_000L, "lease-1", null, null, null, null, null, null, "", null, null, null, 0L],
            Assert.Single(_store.Query("SELECT * FROM imports"))[10..]);
    }

    [Fact]
    public async Task An_import_is_told_as_it_was_started_and_how_far_it_came()
    {
        var started = await _store.Ledger.StartAsync(Samples.Start, Cancellation);
        Assert.Equal(new(Samples.Import, "sha256:22", ImportState.Running, new(0, 0, 0, 0, 0, 0)) { Lease = Samples.Lease.TakenAt(_store.Time.GetUtcNow()) }, started);

        _store.Time.Advance(TimeSpan.FromMinutes(2));
        await _store.Ledger.WriteAsync(Samples.Written(1, Samples.Added(Samples.Lead(1))), Cancellation);
        var running = started with { Counts = new(1, 1, 0, 0, 0, 0), Batches = 1, Next = new(2, 3, 2_000), Lease = Samples.Lease.TakenAt(_store.Time.GetUtcNow()) };
        Assert.Equal(running, await _store.Ledger.FindImportAsync("import-1", Cancellation));

        await _store.Ledger.EndAsync("import-1", "lease-1", ImportState.Interrupted, End, Cancellation);
        Assert.Equal(
            running with { State = ImportState.Interrupted, Lease = null, EndedAt = End },
            await _store.Ledger.FindImportAsync("import-1", Cancellation));
        Assert.Equal(new byte[] { 1, 0, 255 }, (await _store.Ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());
        Assert.Null(await _store.Ledger.FindImportAsync("import-2", Cancellation));
        Assert.True((await _store.Ledger.ReadPlanAsync("import-2", Cancellation)).IsEmpty);
    }

    [Fact]
    public async Task A_batch_that_is_added_without_a_start_is_an_import_of_the_history_without_a_plan()
    {
        await _store.AddAsync(3, Samples.Lead(2));
        await _store.AddAsync(4, Samples.Lead(1), Samples.Lead(2));

        Assert.Equal(
            new(Samples.Import, "", ImportState.Running, new(3, 2, 0, 0, 0, 1)) { Batches = 4 },
            Assert.Single(await _store.Ledger.ReadImportsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)));
        Assert.Equal(["0001", """[1,"1"]"""], _store.Query("SELECT hex(outcomes), created_leads FROM import_batches")[1]);
        Assert.Equal([["1", 1L], ["2", 1L]], _store.Query("SELECT sellsy_contact_id, created_from_row FROM leads ORDER BY 1"));
    }

    [Fact]
    public async Task An_empty_batch_is_remembered_too()
    {
        Assert.Empty(await _store.AddAsync(1));
        Assert.Empty(await _store.AddAsync(1));

        Assert.Equal([1L, null, null, ""], Assert.Single(_store.Query("SELECT number, first_row, created_leads, hex(outcomes) FROM import_batches")));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
