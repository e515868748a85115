using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Telemetry;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Importing;

/// <summary>The history of a store that has a ledger. An operation that the store does not support throws when it is called.</summary>
internal sealed class ImportHistory(
    ImportStore store, ImportRunner runner, IOptions<SellsyImportOptions> options, TimeProvider time) : IImportHistory
{
    public async IAsyncEnumerable<LedgerImport> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var imports = store.RequireLedger("history").ReadImportsAsync(cancellationToken);
        await foreach (var import in InBackground.ReadAsync(imports, cancellationToken).ConfigureAwait(false))
        {
            yield return ImportStates.Shown(StoreGuard.Import(import), time);
        }
    }

    public Task<ImportReport> ReadReportAsync(string importId, CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = store.RequireLedger("report");
        var import = ImportStates.Shown(await ImportStates.FindAsync(ledger, importId, cancellationToken).ConfigureAwait(false), time);
        var saved = PlanFile.Read(await ledger.ReadPlanAsync(importId, cancellationToken).ConfigureAwait(false));
        return await ReportBuilder.ReadAsync(ledger, import, saved.Plan, time, cancellationToken).ConfigureAwait(false);
    });

    public Task<ImportReport> ResumeAsync(
        string importId,
        ImportSource? source = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = store.RequireLedger("resume");
        var import = await ImportStates.FindUnfinishedAsync(ledger, importId, cancellationToken).ConfigureAwait(false);
        source ??= runner.SourceOf(import.Import);
        var saved = PlanFile.Read(await ledger.ReadPlanAsync(importId, cancellationToken).ConfigureAwait(false));
        return await runner.RunAsync(source, saved, import.Import, progress, cancellationToken).ConfigureAwait(false);
    });

    public Task EndAsync(string importId, CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = store.RequireLedger("end");
        if (await ledger.FindImportAsync(importId, cancellationToken).ConfigureAwait(false) is { State: ImportState.Ended })
        {
            return;
        }

        var import = await ImportStates.FindUnfinishedAsync(ledger, importId, cancellationToken).ConfigureAwait(false);
        var plan = await ledger.ReadPlanAsync(importId, cancellationToken).ConfigureAwait(false);
        using var lease = new RunningLease(options.Value.LeaseDuration);
        var start = new ImportStart(import.Import, import.PlanHash, plan, lease.Renew());
        var taken = await LeaseTaking.TakeAsync(
            lease,
            runner.Telemetry.Log,
            async ended => await ledger.StartAsync(start with { TakeOverFrom = ended }, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        if (taken!.State != ImportState.Ended)
        {
            ImportStates.ThrowIfEnded(taken);
            await ledger.EndAsync(importId, lease.Token, ImportState.Ended, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
            runner.Telemetry.Log.ImportEnded(importId);
        }
    });

    public Task<UndoReport> UndoAsync(
        string importId,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = store.RequireUndo("undo");
        using var lease = new RunningLease(options.Value.LeaseDuration);
        var undo = new ImportUndo(ledger, lease, time, progress, runner.Telemetry.Log);
        return await runner.Telemetry.RunAsync(OperationNames.Undo, async operation =>
        {
            operation.ImportId = importId;
            return runner.Telemetry.Undone(operation, await undo.RunAsync(importId, cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);
    });
}
