using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// Undoes an import, batch by batch from the last to the first. Values that nobody changed since the import are removed or restored; changed
/// values are kept and reported.
/// </summary>
internal sealed class ImportUndo(IUndoLedger ledger, RunningLease lease, TimeProvider time, IProgress<ImportProgress>? progress, ILogger log)
{
    private const int MostTries = 10;

    public async Task<UndoReport> RunAsync(string importId, CancellationToken cancellationToken)
    {
        LedgerImport import;
        UndoneCompanies companies;
        try
        {
            import = await LeaseTaking.TakeAsync(
                lease,
                log,
                ended => ledger.StartUndoAsync(importId, lease.Renew(), ended, cancellationToken)).ConfigureAwait(false)
                ?? throw new SellsyImportException(ErrorCodes.ImportUnknown, importId);
            if (import.State == ImportState.Undoing)
            {
                await UndoBatchesAsync(importId, cancellationToken).ConfigureAwait(false);
            }

            companies = await ledger.EndUndoAsync(importId, lease.Token, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            await LeaseTaking.GiveBackAsync(ledger, importId, lease, time, log).ConfigureAwait(false);
            throw;
        }

        // The undo is complete. A cancellation of its report would hide that.
        return await ReportAsync(import.Import, companies).ConfigureAwait(false);
    }

    private async Task UndoBatchesAsync(string importId, CancellationToken cancellationToken)
    {
        var (lastUndone, tries, done) = (int.MaxValue, 0, 0L);
        while (await ledger.ReadUndoableAsync(importId, cancellationToken).ConfigureAwait(false) is { } batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            StoreGuard.UndoableBatch(batch, importId, lastUndone);
            var undo = new UndoBatch(importId, batch.Number, lease.Renew(), [.. batch.Leads.Select(Decide)]);
            if (await ImportStates.CancelIfRequestedAsync(() => ledger.UndoAsync(undo, cancellationToken)).ConfigureAwait(false))
            {
                (lastUndone, tries, done) = (batch.Number, 0, done + undo.Leads.Length);
                progress?.Report(new(ImportStage.Undoing, done, 0, 0, 0, 0));
            }
            else if (++tries == MostTries)
            {
                // A lead that changes during the decision is read and decided again, a limited number of times.
                throw new SellsyImportException(
                    ErrorCodes.LeadsKeepChanging, importId, batch.Number.ToString(CultureInfo.InvariantCulture), $"{MostTries}");
            }
            else
            {
                log.UndoDecidedAgain(importId, batch.Number);
            }
        }
    }

    private static UndoEntry Decide(UndoableLead lead)
    {
        var entry = new UndoEntry(lead.Row, lead.SellsyContactId, UndoOutcome.Kept) { ChangedByImport = lead.ChangedByImport };
        return lead switch
        {
            { IsForgotten: true } => entry with { Outcome = UndoOutcome.Forgotten },
            { Current: null } => entry with { Outcome = UndoOutcome.Vanished },
            { Before: { } before, After: { } after, Current: { } current } => Restore(entry, before, after, current),
            { ChangedByImport: not null } or { IsEdited: true } => entry,
            _ => entry with { Outcome = UndoOutcome.Removed, Current = lead.Current },
        };
    }

    private static UndoEntry Restore(UndoEntry entry, LeadVersion before, LeadVersion after, LeadVersion current)
    {
        var (restored, kept) = LeadRestoration.Of(before, after, current);
        var isRestored = kept.IsEmpty || !ReferenceEquals(restored, current);
        return entry with
        {
            Outcome = isRestored ? UndoOutcome.Restored : UndoOutcome.Kept,
            Current = isRestored ? current : null,
            Restored = isRestored ? restored : null,
            KeptFields = kept,
        };
    }

    private async Task<UndoReport> ReportAsync(ImportInfo import, UndoneCompanies companies)
    {
        var counts = new long[Enum.GetValues<UndoOutcome>().Length];
        var exceptions = new List<UndoEntry>();
        await foreach (var lead in ledger.ReadUndoneAsync(import.ImportId, CancellationToken.None).ConfigureAwait(false))
        {
            SeamGuard.Check(nameof(IUndoLedger), lead is not null, "a lead");
            counts[(int)SeamGuard.Known(nameof(IUndoLedger), lead!.Outcome)]++;
            if (lead.Outcome is UndoOutcome.Vanished or UndoOutcome.Kept or UndoOutcome.Forgotten || !lead.KeptFields.IsEmpty)
            {
                exceptions.Add(lead);
            }
        }

        // The ledger must not be called again while its leads are read.
        var later = new LaterImports(ledger);
        var reported = new List<UndoneLead>(exceptions.Count);
        foreach (var lead in exceptions.OrderBy(lead => lead.Row))
        {
            var keptCode = await later.KeptCodeAsync(lead, CancellationToken.None).ConfigureAwait(false);
            reported.Add(new(lead.Row, lead.SellsyContactId, lead.Outcome, Issues(lead, keptCode)));
        }

        return new()
        {
            Import = import,
            Removed = counts[(int)UndoOutcome.Removed],
            Restored = counts[(int)UndoOutcome.Restored],
            Kept = counts[(int)UndoOutcome.Kept],
            Vanished = counts[(int)UndoOutcome.Vanished],
            Forgotten = counts[(int)UndoOutcome.Forgotten],
            Companies = companies,
            Exceptions = [.. reported],
            LaterImports = later.Named,
        };
    }

    private static ImmutableArray<ImportIssue> Issues(UndoEntry lead, string keptCode)
    {
        if (lead.Outcome is UndoOutcome.Vanished or UndoOutcome.Forgotten)
        {
            var code = lead.Outcome == UndoOutcome.Vanished ? IssueCodes.VanishedSinceImport : IssueCodes.ForgottenSinceImport;
            return [new(code, IssueSeverity.Warning) { Row = lead.Row }];
        }

        if (!lead.KeptFields.IsEmpty)
        {
            return [.. lead.KeptFields.Select(field => Kept(lead, keptCode) with { Field = field })];
        }

        return [Kept(lead, keptCode)];
    }

    private static ImportIssue Kept(UndoEntry lead, string code) =>
        new(code, IssueSeverity.Warning) { Row = lead.Row, Arguments = lead.ChangedByImport is { } import ? [import] : [] };
}
