using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>What is remembered of a batch.</summary>
/// <param name="Entries">Its entries.</param>
/// <param name="Outcomes">What became of each, one byte each.</param>
/// <param name="Rows">The rows it belongs to; none where it was handed to <see cref="ILeadSink.AddAsync"/>.</param>
/// <param name="Refused">The rows that were refused.</param>
/// <param name="FirstChange">The id that its first change has or would have.</param>
internal sealed record WrittenBatch(
    ImmutableArray<LeadEntry> Entries,
    byte[] Outcomes,
    LedgerBatch? Rows,
    ImmutableArray<RefusedRow> Refused,
    long FirstChange);
