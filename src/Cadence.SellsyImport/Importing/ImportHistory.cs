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
    public IAsyncEnumerable<LedgerImport> ReadAsync(CancellationToken cancellationToken = default) => ReadAsync(new(), cancellationToken);

    public async IAsyncEnumerable<LedgerImport> ReadAsync(ImportFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var imports = store.RequireLedger("history").ReadImportsAsync(ImportStates.InLedger(filter), cancellationToken);
        await foreach (var import in InBackground.ReadAsync(imports, cancellationToken).ConfigureAwait(false))
        {
            var shown = ImportStates.Shown(StoreGuard.Import(import), time);
            if (filter.Matches(shown))
            {
                yield return shown;
            }
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
        return await runner.RunAsync(source, saved, import.Import, progress, cancellationToken, planHash: import.PlanHash).ConfigureAwait(false);
    });

    public Task<bool> RequestCancelAsync(string importId, string? requestedBy = null, CancellationToken cancellationToken = default) =>
        InBackground.RunAsync(async () =>
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(importId);
            var ledger = store.RequireLedger("cancel");
            var import = await ImportStates.FindAsync(ledger, importId, cancellationToken).ConfigureAwait(false);
            if (!ImportStates.MayBeWritten(import))
            {
                return false;
            }

            var asked = await ledger.RequestCancelAsync(importId, new(time.GetUtcNow(), requestedBy), cancellationToken).ConfigureAwait(false);
            var isAsked = asked is not null && StoreGuard.Import(asked).CancelRequest is not null && ImportStates.MayBeWritten(asked);
            if (isAsked)
            {
                runner.Telemetry.Log.CancelRequested(importId);
            }

            return isAsked;
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

    public Task<long> ForgetAsync(string sellsyContactId, string sellsyAccount = "", CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellsyContactId);
        ArgumentNullException.ThrowIfNull(sellsyAccount);
        var rows = await Forgetting.RunAsync(store.RequireLedger("forget"), sellsyAccount, sellsyContactId, cancellationToken).ConfigureAwait(false);
        runner.Telemetry.Log.PersonForgotten(rows);
        return rows;
    });

    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        var imports = await store.RequireLedger("purge").PurgeAsync(before, cancellationToken).ConfigureAwait(false);
        runner.Telemetry.Log.ImportsPurged(imports, before);
        return imports;
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
        return await runner.Telemetry.RunAsync(
            OperationNames.Undo,
            async operation =>
            {
                operation.ImportId = importId;
                return runner.Telemetry.Undone(operation, await undo.RunAsync(importId, cancellationToken).ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);
    });
}
