using System.Collections.Concurrent;
using System.Globalization;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests;

/// <summary>CADENCE_LOST_COMMITS sets how many COMMITs are cut; docs/internals/proof.md has the command.</summary>
public sealed class LostCommitTests(SharedServer server) : IAsyncDisposable
{
    private const int LeadsOfBatch = 20;

    // The rules of culture are the same in both modes, and have no part in a cut.
    private static readonly int DefaultCuts = LongProof.Count(sample: 36, all: 1_000);
    private static readonly int Cuts =
        int.TryParse(Environment.GetEnvironmentVariable("CADENCE_LOST_COMMITS"), CultureInfo.InvariantCulture, out var given) ? given : DefaultCuts;

    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_COMMIT_whose_answer_is_lost_is_looked_up_and_its_batch_is_stored_once()
    {
        await _store.AddAsync(1_000_000, Samples.Lead(0));
        var cuts = new ConcurrentQueue<CommitCut>();
        using var proxy = new CuttingProxy(server.Port, () => cuts.TryDequeue(out var cut) ? cut : null);
        var logs = new CollectedLogs();
        var sink = SinkThrough(proxy, logs);

        cuts.Enqueue(CommitCut.AfterTheServerDidIt);
        var outcomes = await sink.AddAsync(Samples.Batch(1, Samples.Lead(0), Samples.Lead(1)), TestContext.Current.CancellationToken);

        Assert.Equal([LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added], outcomes);
        Assert.Equal(1, proxy.Cuts);
        Assert.Equal(2, await _store.CountAsync("leads"));
        Assert.Equal(["203 CommitLookedUp: The answer to a COMMIT was lost (ServerUnreachable). The ledger was asked instead; stored: True."], logs.Lines());
    }

    [Fact]
    public async Task A_COMMIT_that_never_came_to_the_server_is_told_as_such_and_its_batch_can_be_handed_over_again()
    {
        await _store.AddAsync(1_000_000, Samples.Lead(0));
        var cuts = new ConcurrentQueue<CommitCut>();
        using var proxy = new CuttingProxy(server.Port, () => cuts.TryDequeue(out var cut) ? cut : null);
        var sink = SinkThrough(proxy);
        var batch = Samples.Batch(1, Samples.Lead(1));

        cuts.Enqueue(CommitCut.BeforeTheServerGetsIt);
        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => sink.AddAsync(batch, TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(ErrorCodes.ServerUnreachable, exception.Code);
        Assert.Equal([$"127.0.0.1:{proxy.Port}"], exception.Arguments);
        Assert.Equal(1, await _store.CountAsync("leads"));
        Assert.Equal([LeadEntryOutcome.Added], await sink.AddAsync(batch, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_many_COMMITs_cut_at_any_place_none_is_lost_and_none_is_doubled()
    {
        const int Seed = 20260403;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {Seed}, {Cuts} cuts");
        var random = new Random(Seed);
        await _store.AddAsync(1_000_000);
        using var proxy = new CuttingProxy(server.Port, () => (CommitCut)random.Next(3));
        var sink = SinkThrough(proxy);
        var (number, told) = (0, 0);
        while (proxy.Cuts < Cuts)
        {
            number++;
            var batch = Samples.Batch(number, [.. Enumerable.Range(number * LeadsOfBatch, LeadsOfBatch).Select(id => Samples.Lead(id) with { Company = new() { Name = $"Company {id % 9}" } })]);
            for (var isStored = false; !isStored;)
            {
                try
                {
                    var outcomes = await sink.AddAsync(batch, TestContext.Current.CancellationToken);
                    Assert.All(outcomes, outcome => Assert.Equal(LeadEntryOutcome.Added, outcome));
                    isStored = true;
                }
                catch (SellsyImportException exception) when (exception.Code == ErrorCodes.ServerUnreachable)
                {
                    told++;
                    Assert.Empty(await _store.QueryAsync("SELECT 1 FROM import_batches WHERE number = $1", number));
                }
            }
        }

        Assert.True(told > 0 && told < proxy.Cuts, $"{told} of {proxy.Cuts} cuts were told");
        Assert.Equal((long)number * LeadsOfBatch, await _store.CountAsync("leads"));
        Assert.Equal([[number + 1L, (long)number * LeadsOfBatch]], await _store.QueryAsync("SELECT count(*), sum(cardinality(created_rows))::bigint FROM import_batches"));
        Assert.Equal(9, await _store.CountAsync("companies"));
    }

    private PostgreSqlLeadSink SinkThrough(CuttingProxy proxy, CollectedLogs? logs = null) =>
        new(_store.Open(options => options.ConnectionString = $"{server.ConnectionString};Port={proxy.Port}", logs));
}
