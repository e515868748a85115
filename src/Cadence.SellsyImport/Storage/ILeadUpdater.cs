using System.Collections.Immutable;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// A step that a sink may offer beside <see cref="ILeadSink"/>: it changes leads that are there. With it an import can fill and overwrite existing
/// leads, and with a ledger an undo can give them their old values again. Its exceptions propagate.
/// </summary>
public interface ILeadUpdater : ILeadReader
{
    /// <summary>
    /// Changes leads: each becomes <see cref="LeadEntry.Lead"/> with <see cref="LeadEntry.Owner"/>, in every value, provided that it still has the
    /// version of <see cref="LeadEntry.Before"/>. The version alone guards a change; the number of the batch identifies nothing here, because an
    /// undo calls with the number of the batch that it undoes.
    /// </summary>
    /// <param name="batch">The leads, each with <see cref="LeadEntry.Before"/>.</param>
    /// <param name="cancellationToken">Cancels before the batch is stored; afterwards it is ignored.</param>
    /// <returns>
    /// For each entry, in the order of the batch: <see cref="LeadEntryOutcome.Updated"/>; <see cref="LeadEntryOutcome.ChangedMeanwhile"/> for
    /// another version, and <see cref="LeadEntryOutcome.Vanished"/> for a lead that is no longer there, which both change nothing; or
    /// <see cref="LeadAnswer.Refused"/> with a reason.
    /// </returns>
    ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default);
}
