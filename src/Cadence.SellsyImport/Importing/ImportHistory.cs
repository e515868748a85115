using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Importing;

/// <summary>The history of a sink that keeps a ledger. An operation that the sink does not support throws when it is called.</summary>
internal sealed class ImportHistory(ILeadSink sink, ImportRunner runner, IOptions<SellsyImportOptions> options, TimeProvider time) : IImportHistory
{
    public async IAsyncEnumerable<LedgerImport> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var imports = Ledger("history").ReadImportsAsync(cancellationToken);
        await foreach (var import in InBackground.ReadAsync(imports, cancellationToken).ConfigureAwait(false))
        {
            yield return ImportStates.Shown(StoreGuard.Import(import), time);
        }
    }

    public Task<ImportReport> ReadReportAsync(string importId, CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = Ledger("report");
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
        var ledger = Ledger("resume");
        var import = await ImportStates.FindUnfinishedAsync(ledger, importId, cancellationToken).ConfigureAwait(false);
        source ??= ImportStates.SourceOf(import.Import);
        var saved = PlanFile.Read(await ledger.ReadPlanAsync(importId, cancellationToken).ConfigureAwait(false));
        return await runner.RunAsync(source, saved, import.Import, progress, cancellationToken).ConfigureAwait(false);
    });

    public Task EndAsync(string importId, CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = Ledger("end");
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
            async ended => await ledger.StartAsync(start with { TakeOverFrom = ended }, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        if (taken!.State != ImportState.Ended)
        {
            ImportStates.ThrowIfEnded(taken);
            await ledger.EndAsync(importId, lease.Token, ImportState.Ended, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        }
    });

    public Task<UndoReport> UndoAsync(
        string importId,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = sink as IUndoLedger ?? throw new SellsyImportException(ErrorCodes.StoreCannot, "undo", nameof(IUndoLedger));
        using var lease = new RunningLease(options.Value.LeaseDuration);
        return await new ImportUndo(ledger, lease, time, progress).RunAsync(importId, cancellationToken).ConfigureAwait(false);
    });

    private IImportLedger Ledger(string task) =>
        sink as IImportLedger ?? throw new SellsyImportException(ErrorCodes.StoreCannot, task, nameof(IImportLedger));
}
