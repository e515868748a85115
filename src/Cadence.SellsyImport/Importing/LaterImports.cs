using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// The later imports that had changed what an undo kept. The ledger stores their ids; whether they are undone is read when the undo reports
/// them.
/// </summary>
internal sealed class LaterImports(IImportLedger ledger)
{
    private readonly SortedDictionary<string, bool> _isUndone = new(StringComparer.Ordinal);

    /// <summary>Those that are not undone, by their ids.</summary>
    public ImmutableArray<string> Named => [.. _isUndone.Where(import => !import.Value).Select(import => import.Key)];

    /// <summary>Why something of a lead was kept.</summary>
    public async ValueTask<string> KeptCodeAsync(UndoEntry lead, CancellationToken cancellationToken)
    {
        if (lead is not { ChangedByImport: { } id, Outcome: not UndoOutcome.Vanished } || (lead.Outcome != UndoOutcome.Kept && lead.KeptFields.IsEmpty))
        {
            return IssueCodes.EditedSinceImport;
        }

        if (!_isUndone.TryGetValue(id, out var isUndone))
        {
            var import = await ledger.FindImportAsync(id, cancellationToken).ConfigureAwait(false);
            _isUndone.Add(id, isUndone = import?.State == ImportState.Undone);
        }

        return isUndone ? IssueCodes.ChangedByUndoneImport : IssueCodes.ChangedByLaterImport;
    }
}
