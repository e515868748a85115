using System.Globalization;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Importing;

/// <summary>Takes the lease of an import, also from a process that is known to have ended.</summary>
internal static class LeaseTaking
{
    /// <param name="lease">The lease that is wanted.</param>
    /// <param name="log">Receives that it was taken over.</param>
    /// <param name="ask">Asks the ledger for it, given the token of a holder that has ended, or null.</param>
    /// <returns>What the ledger answered; it holds the lease, or its state is one in which nobody writes.</returns>
    /// <exception cref="SellsyImportException">Another process holds the lease: <see cref="ErrorCodes.ImportIsRunning"/>.</exception>
    public static async ValueTask<LedgerImport?> TakeAsync(RunningLease lease, ILogger log, Func<string?, ValueTask<LedgerImport?>> ask)
    {
        var answer = await AskAsync(ask, null).ConfigureAwait(false);
        if (IsHeldByAnother(answer, lease) is { } holder && LeaseHolder.HolderHasEnded(holder))
        {
            answer = await AskAsync(ask, holder.Token).ConfigureAwait(false);
            if (answer is not null && IsHeldByAnother(answer, lease) is null)
            {
                log.LeaseTakenOver(answer.Import.ImportId, holder.Holder);
            }
        }

        return IsHeldByAnother(answer, lease) is { } other
            ? throw new SellsyImportException(
                ErrorCodes.ImportIsRunning,
                answer!.Import.ImportId,
                other.Holder,
                other.ExpiresAt.ToString("u", CultureInfo.InvariantCulture))
            : answer;
    }

    private static async ValueTask<LedgerImport?> AskAsync(Func<string?, ValueTask<LedgerImport?>> ask, string? takeOverFrom) =>
        await ask(takeOverFrom).ConfigureAwait(false) is { } answer ? StoreGuard.Import(answer) : null;

    /// <summary>
    /// Gives back the lease of an import or an undo that stopped before its end. Best effort: a failure here must not hide the original
    /// exception, and the lease expires on its own.
    /// </summary>
    public static async ValueTask GiveBackAsync(IImportLedger ledger, string importId, RunningLease lease, TimeProvider time, ILogger log)
    {
        try
        {
            await ledger.EndAsync(importId, lease.Token, ImportState.Interrupted, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (SellsyImportException exception) when (exception.Code is ErrorCodes.ImportTakenOver or ErrorCodes.ImportUnknown)
        {
            // There is no lease to give back.
        }
        catch (Exception exception)
        {
            // The caller receives the exception that stopped the import.
            log.LeaseNotGivenBack(importId, ErrorTypes.Of(exception));
        }
    }

    private static ImportLease? IsHeldByAnother(LedgerImport? import, RunningLease lease) =>
        import is { State: ImportState.Running or ImportState.Interrupted or ImportState.Undoing, Lease: { } held } && held.Token != lease.Token
            ? held
            : null;
}
