using Cadence.SellsyImport.PostgreSql.Tests.Support;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class LedgerTests(SharedServer server) : IAsyncDisposable
{
    private const string Imports = "SELECT * FROM imports";

    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task An_import_is_remembered_from_its_start_to_its_end()
    {
        await _store.Ledger.StartAsync(Samples.Import, TestContext.Current.CancellationToken);
        Assert.Equal(
            [1L, "import-1", "contacts.csv", "sha256:00", "sha256:11", new DateTime(2026, 4, 3, 8, 30, 0, DateTimeKind.Utc), "aline", null, "running", null, null, null, null, null, null],
            Assert.Single(await _store.QueryAsync(Imports)));

        await _store.Ledger.FinishAsync(
            Samples.Import,
            new(Read: 21, Added: 6, Updated: 5, Unchanged: 4, Skipped: 3, Errors: 3),
            new(2026, 4, 3, 8, 31, 0, TimeSpan.Zero),
            TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                1L, "import-1", "contacts.csv", "sha256:00", "sha256:11", new DateTime(2026, 4, 3, 8, 30, 0, DateTimeKind.Utc), "aline",
                new DateTime(2026, 4, 3, 8, 31, 0, DateTimeKind.Utc), "finished", 21L, 6L, 5L, 4L, 3L, 3L,
            ],
            Assert.Single(await _store.QueryAsync(Imports)));
    }

    [Fact]
    public async Task A_start_that_is_told_twice_changes_nothing()
    {
        await _store.Ledger.StartAsync(Samples.Import, TestContext.Current.CancellationToken);
        await _store.Ledger.StartAsync(Samples.Import with { FileName = "other.csv" }, TestContext.Current.CancellationToken);

        Assert.Equal("contacts.csv", Assert.Single(await _store.QueryAsync(Imports))[2]);
    }

    [Fact]
    public async Task A_batch_and_its_rows_are_remembered_even_where_no_start_was_told()
    {
        var batch = new LeadBatch(Samples.Import, 4, [new(17, Samples.Lead(1), Samples.Owner), new(25, Samples.Lead(2), Samples.Owner)]);
        await _store.AddAsync(3, Samples.Lead(2));

        await _store.Sink.AddAsync(batch, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["import-1", 4, 17L, 25L, 1L, 1L, "0001"],
            (await _store.QueryAsync(
                """
                SELECT import_id, number, first_row, last_row, import_batches.added, already_present, encode(outcomes, 'hex')
                FROM import_batches JOIN imports ON imports.id = import ORDER BY number
                """))[1]);
        Assert.Equal("running", Assert.Single(await _store.QueryAsync(Imports))[8]);
        Assert.Equal([["1", 17L], ["2", 1L]], await _store.QueryAsync("SELECT sellsy_contact_id, created_from_row FROM leads ORDER BY 1"));
    }

    [Fact]
    public async Task An_empty_batch_is_remembered_too()
    {
        Assert.Empty(await _store.AddAsync(1));
        Assert.Empty(await _store.AddAsync(1));

        Assert.Equal([1, null, null, 0L, 0L, ""], Assert.Single(await _store.QueryAsync("SELECT number, first_row, last_row, added, already_present, encode(outcomes, 'hex') FROM import_batches")));
    }
}
