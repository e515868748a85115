using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Planning;
using Cadence.SellsyImport.Writing;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Recovery;

/// <summary>The history of a sink that keeps a ledger; what the sink cannot do is told when it is asked for.</summary>
internal sealed class ImportHistory(ILeadSink sink, ImportRunner runner, IOptions<SellsyImportOptions> options, TimeProvider time) : IImportHistory
{
    public async IAsyncEnumerable<LedgerImport> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var import in Ledger("history").ReadImportsAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return IsAbandoned(import) ? import with { State = ImportState.Interrupted } : import;
        }
    }

    public async Task<ImportReport> ResumeAsync(
        string importId,
        ImportSource? source = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = Ledger("resume");
        var import = await ledger.FindImportAsync(importId, cancellationToken).ConfigureAwait(false)
            ?? throw new SellsyImportException(ErrorCodes.ImportUnknown, importId);
        ThrowIfEnded(import);
        var location = import.Import.FileLocation;
        source ??= location is not null
            ? ImportSource.FromFile(location)
            : throw new SellsyImportException(ErrorCodes.ImportFileUnknown, importId, import.Import.FileName);
        var saved = PlanFile.Read(await ledger.ReadPlanAsync(importId, cancellationToken).ConfigureAwait(false));
        return await runner.RunAsync(source, saved, import.Import, progress, cancellationToken).ConfigureAwait(false);
    }

    public async Task<UndoReport> UndoAsync(
        string importId,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        var ledger = sink as IUndoLedger ?? throw new SellsyImportException(ErrorCodes.StoreCannot, "undo", nameof(IUndoLedger));
        using var lease = new RunningLease(options.Value.LeaseDuration);
        return await new ImportUndo(ledger, lease, time, progress).RunAsync(importId, cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfEnded(LedgerImport import)
    {
        var code = import.State switch
        {
            ImportState.Finished => ErrorCodes.ImportFinished,
            ImportState.Undoing or ImportState.Undone => ErrorCodes.ImportUndone,
            _ => null,
        };
        if (code is not null)
        {
            throw new SellsyImportException(code, import.Import.ImportId);
        }
    }

    private bool IsAbandoned(LedgerImport import) =>
        import.State == ImportState.Running && (import.Lease is not { } lease || lease.ExpiresAt <= time.GetUtcNow() || LeaseHolder.IsGone(lease));

    private IImportLedger Ledger(string task) =>
        sink as IImportLedger ?? throw new SellsyImportException(ErrorCodes.StoreCannot, task, nameof(IImportLedger));
}
