using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Importing;

/// <summary>The history of a store that has a ledger. An operation that the store does not support throws when it is called.</summary>
internal sealed class ImportHistory(ImportStore store, ImportRunner runner, IOptions<SellsyImportOptions> options, TimeProvider time) : IImportHistory
{
    public async IAsyncEnumerable<LedgerImport> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var imports = store.RequireLedger("history").ReadImportsAsync(cancellationToken);
        await foreach (var import in InBackground.ReadAsync(imports, cancellationToken).ConfigureAwait(false))
        {
            yield return ImportStates.IsAbandoned(StoreGuard.Import(import), time) ? import with { State = ImportState.Interrupted } : import;
        }
    }

    public Task<ImportReport> ResumeAsync(
        string importId,
        ImportSource? source = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = store.RequireLedger("resume");
        var import = await ImportStates.FindUnfinishedAsync(ledger, importId, cancellationToken).ConfigureAwait(false);
        var location = import.Import.FileLocation;
        source ??= location is not null
            ? ImportSource.FromFile(location)
            : throw new SellsyImportException(ErrorCodes.ImportFileUnknown, importId, import.Import.FileName);
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
        var ledger = store.RequireUndo("undo");
        using var lease = new RunningLease(options.Value.LeaseDuration);
        return await new ImportUndo(ledger, lease, time, progress).RunAsync(importId, cancellationToken).ConfigureAwait(false);
    });
}
