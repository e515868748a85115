using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>What the ledger stores for a batch.</summary>
/// <param name="Entries">Its entries.</param>
/// <param name="Outcomes">The outcome of each entry, one byte each.</param>
/// <param name="Rows">The rows it belongs to; null if it was passed to <see cref="ILeadSink.AddAsync"/>.</param>
/// <param name="Refused">The rows that were refused.</param>
/// <param name="FirstChange">The id of its first change, or the id that it would have.</param>
internal sealed record WrittenBatch(
    ImmutableArray<LeadEntry> Entries,
    byte[] Outcomes,
    LedgerBatch? Rows,
    ImmutableArray<RefusedRow> Refused,
    long FirstChange);
