using System.Collections.Immutable;

namespace Cadence.SellsyImport.Writing;

/// <summary>
/// Consecutive rows of the file with what is to become of them, handed from reading to writing: the outcome of every row, and the leads
/// of those to be added.
/// </summary>
/// <param name="Outcomes">The outcome of each row, in order; those of the entries are still to be confirmed by the store.</param>
/// <param name="Entries">The leads to be added.</param>
/// <param name="LastRow">The number of the last row.</param>
/// <param name="ByteOffset">The byte at which the last row starts.</param>
internal sealed record RowRun(IReadOnlyList<RowOutcome> Outcomes, ImmutableArray<LeadEntry> Entries, long LastRow, long ByteOffset);
