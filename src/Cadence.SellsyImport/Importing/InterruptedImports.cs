using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Importing;

/// <summary>Finds the interrupted import that a preview has to show, because an import of this file would continue it.</summary>
/// <param name="ledger">Where the imports are kept.</param>
/// <param name="resolver">Resolves the owners of a kept plan that no column of the file shows.</param>
/// <param name="time">The clock that decides which leases have ended.</param>
/// <param name="log">Receives a plan that cannot be read.</param>
internal sealed class InterruptedImports(IImportLedger ledger, IOwnerResolver resolver, TimeProvider time, ILogger log)
{
    private static readonly ImportFilter Interrupted = new() { States = [ImportState.Interrupted] };

    /// <summary>The plan of the newest interrupted import of the same file, mapping, owners, settings, decisions and rule for repeated contacts.</summary>
    /// <param name="like">What the import must agree with.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The plan that the ledger kept, with what became of its rows; null if there is no such import with a batch.</returns>
    public async Task<ImportPlan?> FindAsync(PreviewedImport like, CancellationToken cancellationToken)
    {
        // The ledger must not be called again while its imports are read.
        var candidates = await ledger.ReadImportsAsync(ImportStates.InLedger(Interrupted), cancellationToken).Where(import => import.HasBegun
            && import.Import.MappingHash == like.Mapping.Hash
            && ImportStates.IsInterrupted(import, time)
            && import.Import.FileHash == like.FileHash).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var import in candidates)
        {
            if (await ReadAsync(import, cancellationToken).ConfigureAwait(false) is { } saved
                && await IsLikeAsync(saved.Plan, like, cancellationToken).ConfigureAwait(false))
            {
                return await ShowAsync(import.Import, saved, cancellationToken).ConfigureAwait(false);
            }
        }

        return null;
    }

    private async Task<PlannedSelection?> ReadAsync(LedgerImport import, CancellationToken cancellationToken)
    {
        try
        {
            return PlanFile.Read(await ledger.ReadPlanAsync(import.Import.ImportId, cancellationToken).ConfigureAwait(false));
        }
        catch (SellsyImportException exception) when (exception.Code is ErrorCodes.PlanUnreadable or ErrorCodes.PlanOfAnotherVersion)
        {
            // Best effort: an import that cannot be shown is not continued by another plan either.
            log.InterruptedImportUnreadable(import.Import.ImportId, exception.Code);
            return null;
        }
    }

    private async Task<bool> IsLikeAsync(ImportPlan plan, PreviewedImport like, CancellationToken cancellationToken)
    {
        if (plan.FileHash != like.FileHash
            || plan.Mapping.Hash != like.Mapping.Hash
            || !plan.Corrections.Equals(like.Corrections)
            || !plan.MatchDecisions.Equals(like.MatchDecisions)
            || plan.SettingsHash != like.SettingsHash
            || plan.RepeatedContacts != like.RepeatedContacts
            || !plan.Facts.OwnersWithComma.SetEquals(like.Facts.OwnersWithComma)
            || !plan.Overrides.AreLike(like.Overrides))
        {
            return false;
        }

        var owners = new OwnerCache(like.Owners.Decisions, like.Owners.SellsyAccount, like.Owners.Resolutions);
        await owners.ResolveAsync(resolver, plan.Owners.Select(owner => owner.Owner), cancellationToken).ConfigureAwait(false);
        return plan.OwnersHash == PlanHashes.OfOwners([.. plan.Owners.Select(owner => owners.Find(owner.Owner)!)], like.Owners.Decisions);
    }

    private async Task<ImportPlan> ShowAsync(ImportInfo import, PlannedSelection saved, CancellationToken cancellationToken)
    {
        var written = new RowOutcomes();
        await foreach (var run in StoredBatches.ReadAsync(ledger, import.ImportId, saved.Plan.Rows, cancellationToken).ConfigureAwait(false))
        {
            written.Add(run);
        }

        return saved.Plan.Of(new(import.ImportId, import.StartedAt, written.Count + 1, written.Counts, saved.Selection), written);
    }
}
