using System.Collections.Immutable;
using System.Diagnostics;
using Cadence.SellsyImport;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ReadyLeads;

/// <summary>Stores leads as an import does, from its start to its end, and measures that alone.</summary>
internal static class StoreRun
{
    private static readonly LeaseRequest Lease = new("token", "benchmark", TimeSpan.FromDays(1));

    public static async Task<(TimeSpan Elapsed, TimeSpan Processor)> MeasureAsync(IServiceCollection services, IReadOnlyList<LeadEntry> leads, int batchSize)
    {
        await using var provider = services.BuildServiceProvider();
        var ledger = (IImportLedger)provider.GetRequiredService<ILeadSink>();
        var import = new ImportInfo(Guid.NewGuid().ToString("N"), "contacts.csv", "sha256:00", "sha256:11", DateTimeOffset.UnixEpoch);
        LedgerBatch[] batches = [.. leads.Chunk(batchSize).Select((chunk, index) => Batch(import, index + 1, [.. chunk]))];
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await ledger.StartAsync(new(import, "sha256:22", new byte[leads.Count], Lease));
        foreach (var batch in batches)
        {
            await ledger.WriteAsync(batch);
        }

        await ledger.EndAsync(import.ImportId, Lease.Token, ImportState.Finished, DateTimeOffset.UnixEpoch);
        await provider.DisposeAsync();
        return (clock.Elapsed, Environment.CpuUsage.TotalTime - processor);
    }

    private static LedgerBatch Batch(ImportInfo import, int number, ImmutableArray<LeadEntry> entries)
    {
        var outcomes = new byte[entries.Length];
        outcomes.AsSpan().Fill((byte)RowOutcome.Added);
        return new(new(import, number, entries), Lease, entries[0].Row, outcomes, new(entries[^1].Row + 1, 0, 0));
    }
}
