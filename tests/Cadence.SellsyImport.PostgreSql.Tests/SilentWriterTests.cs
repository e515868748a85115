using System.Globalization;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class SilentWriterTests(SharedServer server) : IAsyncDisposable
{
    private const int Places = 12;
    private const int LeadsOfBatch = 1_000;
    private const int ChangedLeads = 300;
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(1.2);

    private readonly TestStore _store = server.NewStore(options => options.LockTimeout = LockTimeout);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_writer_that_goes_silent_anywhere_in_its_batch_is_taken_over_and_stores_nothing_when_it_wakes()
    {
        var bytes = 0L;
        for (var place = 0; place <= Places; place++)
        {
            var import = string.Create(CultureInfo.InvariantCulture, $"import-{place}");
            var batch = await BatchAsync(import, place);
            using var proxy = new FreezingProxy(server.Port);
            var silent = new PostgreSqlLeadSink(_store.Open(options => options.ConnectionString = $"{server.ConnectionString};Port={proxy.Port}"));
            await silent.FindExistingAsync(["0"], Cancellation);
            var sent = proxy.Bytes;
            if (place == 0)
            {
                await silent.WriteAsync(batch, Cancellation);
                bytes = proxy.Bytes - sent;
                Assert.True(bytes > 1_000_000, $"{bytes} bytes are too few to go silent in the middle of a copy.");
                continue;
            }

            proxy.FreezeAfter(bytes * place / (Places + 1));
            var writing = Task.Run(async () => await silent.WriteAsync(batch, Cancellation));
            await proxy.Frozen;

            var logs = new CollectedLogs();
            var next = new PostgreSqlLeadSink(_store.Open(options => options.LockTimeout = LockTimeout, logs), _store.Time);
            await next.StartAsync(Samples.Start(import, "token-2", planHash: import) with { TakeOverFrom = "token-1" }, Cancellation);
            Assert.Equal(
                [$"202 SilentWriterTerminated: A session that held the write lock of the schema {_store.Schema}, and was idle for the whole wait, was terminated."],
                logs.Lines());
            var outcomes = await _store.Ledger.WriteAsync(batch with { Lease = Samples.Lease("token-2") }, Cancellation);
            proxy.Thaw();

            Assert.Equal((ChangedLeads, LeadsOfBatch - ChangedLeads), (outcomes.Count(outcome => outcome == LeadEntryOutcome.Updated), outcomes.Count(outcome => outcome == LeadEntryOutcome.Added)));
            Assert.Equal(ErrorCodes.ServerUnreachable, (await Assert.ThrowsAsync<SellsyImportException>(() => writing)).Code);
            Assert.Equal(ErrorCodes.ImportTakenOver, (await Assert.ThrowsAsync<SellsyImportException>(async () => await silent.WriteAsync(batch, Cancellation))).Code);
            Assert.Equal((place + 1L) * LeadsOfBatch, await _store.CountAsync("leads"));
            Assert.Equal((place + 1L) * ChangedLeads, await _store.CountAsync("import_changes"));
            Assert.Equal((place + 1L) * 2, await _store.CountAsync("import_batches"));
        }
    }

    [Fact]
    public async Task A_silent_writer_is_taken_over_also_where_the_server_ends_statements_sooner()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        await using var silent = await _store.ConnectAsync();
        await using var transaction = await silent.BeginTransactionAsync(Cancellation);
        await using var turn = silent.CreateCommand();
        turn.CommandText = _store.Database.Statements.Lock;
        await turn.ExecuteNonQueryAsync(Cancellation);
        var logs = new CollectedLogs();
        var next = new PostgreSqlLeadSink(_store.Open(
            options =>
            {
                options.ConnectionString = $"{server.ConnectionString};Options=-c statement_timeout=400";
                options.LockTimeout = LockTimeout;
            },
            logs));

        Assert.Equal([LeadEntryOutcome.Added], await next.AddAsync(Samples.Batch(2, Samples.Lead(2)), Cancellation));
        Assert.Single(logs.Lines(), line => line.StartsWith("202 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_writer_that_is_only_slow_keeps_its_turn_and_the_other_one_is_told()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        await using var slow = await _store.ConnectAsync();
        await using var transaction = await slow.BeginTransactionAsync(Cancellation);
        await using var turn = slow.CreateCommand();
        turn.CommandText = $"{_store.Database.Statements.Lock}; SELECT pg_sleep(5)";
        var other = new PostgreSqlLeadSink(_store.Open(options =>
        {
            options.ConnectionString = $"{server.ConnectionString};Command Timeout=1";
            options.LockTimeout = TimeSpan.FromSeconds(1.5);
        }));
        await other.FindExistingAsync(["1"], Cancellation);
        var working = turn.ExecuteNonQueryAsync(Cancellation);

        while (await _store.CountAsync("pg_locks WHERE locktype = 'advisory' AND granted") == 0)
        {
            await Task.Yield();
        }

        var exception = await Assert.ThrowsAsync<SellsyImportException>(async () => await other.AddAsync(Samples.Batch(2, Samples.Lead(2)), Cancellation));

        Assert.Equal(ErrorCodes.DatabaseLocked, exception.Code);
        await working;
        await transaction.CommitAsync(Cancellation);
        Assert.Equal([LeadEntryOutcome.Added], await _store.AddAsync(2, Samples.Lead(2)));
    }

    /// <summary>The second batch of an import: it changes what the first one added, and adds more.</summary>
    private async Task<LedgerBatch> BatchAsync(string import, int place)
    {
        await _store.Ledger.StartAsync(Samples.Start(import, planHash: import), Cancellation);
        var ids = Enumerable.Range(place * LeadsOfBatch, LeadsOfBatch).ToArray();
        await _store.WriteAsync(import, 1, [.. ids.Take(ChangedLeads).Select(id => Samples.Entry(id, Lead(id, 'a')))]);
        var there = await _store.Ledger.ReadLeadsAsync([.. ids.Take(ChangedLeads).Select(id => Lead(id, 'a').SellsyContactId)], Cancellation);
        return Samples.LedgerBatch(import, 2, "token-1",
        [
            .. there.Select(lead => Samples.Entry(1, lead.Lead with { Note = new('b', 1_000) }) with { Before = lead }),
            .. ids.Skip(ChangedLeads).Select(id => Samples.Entry(id, Lead(id, 'a'))),
        ]);
    }

    private static Lead Lead(int id, char note) => Samples.Lead(id) with { Note = new(note, 1_000) };
}
