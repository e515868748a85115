using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class LedgerTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task An_import_is_in_its_table_from_its_start_to_its_end()
    {
        const string Sql =
            """
            SELECT import_id, file_name, file_hash, file_location, mapping_hash, existing_leads, plan_hash, encode(plan, 'hex'), started_at, started_by,
                state, ended_at, lease_token, lease_holder, lease_taken_at, lease_expires_at, batches, next_row, next_line, next_byte,
                rows_read, added, updated, unchanged, skipped, errors
            FROM imports
            """;
        var started = new DateTime(2026, 4, 3, 8, 30, 0, DateTimeKind.Utc);
        await _store.StartAsync();
        Assert.Equal(
            [
                "import-1", "contacts.csv", "sha256:00", null, "sha256:11", "skip", "plan-1", "010203", started, "aline",
                "running", null, "token-1", "here", started, started.AddMinutes(5), 0, null, null, null, 0L, 0L, 0L, 0L, 0L, 0L,
            ],
            Assert.Single(await _store.QueryAsync(Sql)));

        await _store.WriteAsync(1, Samples.Entry(1, Samples.Lead(1)), Samples.Entry(2, Samples.Lead(2)));
        await _store.Ledger.EndAsync("import-1", "token-1", ImportState.Finished, new(started.AddMinutes(9)), TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "import-1", "contacts.csv", "sha256:00", null, "sha256:11", "skip", "plan-1", "010203", started, "aline",
                "finished", started.AddMinutes(9), null, null, null, null, 1, 3L, 4L, 200L, 2L, 2L, 0L, 0L, 0L, 0L,
            ],
            Assert.Single(await _store.QueryAsync(Sql)));
    }

    [Fact]
    public async Task A_batch_is_in_its_table_with_the_rows_it_created_and_refused()
    {
        await _store.StartAsync();
        await _store.AddAsync(3, Samples.Lead(2));

        await _store.WriteAsync(1, Samples.Entry(17, Samples.Lead(1)), Samples.Entry(25, Samples.Lead(2)), Samples.Entry(26, Samples.Lead(3)));

        Assert.Equal(
            [1, 17L, "010101", "{25}", "01", "000100", "{17,26}", "{1,3}", null],
            Assert.Single(await _store.QueryAsync(
                """
                SELECT number, first_row, encode(row_outcomes, 'hex'), refused_rows::text, encode(refused_outcomes, 'hex'), encode(outcomes, 'hex'),
                    created_rows::text, created_contacts::text, undone
                FROM import_batches WHERE number = 1
                """)));
        Assert.Equal(
            [["1", 17L], ["2", 1L], ["3", 26L]],
            await _store.QueryAsync("SELECT sellsy_contact_id, created_from_row FROM leads ORDER BY 1"));
    }

    [Fact]
    public async Task A_batch_without_a_plan_is_remembered_even_where_no_start_was_told()
    {
        await _store.AddAsync(3, Samples.Lead(2));

        Assert.Equal([LeadEntryOutcome.Added, LeadEntryOutcome.AlreadyPresent], await _store.AddAsync(4, Samples.Lead(1), Samples.Lead(2)));

        Assert.Equal(["running", "", 2, 3L, 2L, 1L], Assert.Single(await _store.QueryAsync("SELECT state, plan_hash, batches, rows_read, added, errors FROM imports")));
    }

    [Fact]
    public async Task An_empty_batch_is_remembered_too()
    {
        Assert.Empty(await _store.AddAsync(1));
        Assert.Empty(await _store.AddAsync(1));

        Assert.Equal([1, 0L, ""], Assert.Single(await _store.QueryAsync("SELECT number, first_row, encode(outcomes, 'hex') FROM import_batches")));
    }

    [Fact]
    public async Task A_batch_of_an_import_that_was_not_started_is_refused()
    {
        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => _store.WriteAsync(1, Samples.Entry(1, Samples.Lead(1))).AsTask());

        Assert.Equal((ErrorCodes.ImportUnknown, "import-1"), (exception.Code, exception.Arguments.Single()));
        Assert.Equal(0, await _store.CountAsync("leads"));
    }
}
