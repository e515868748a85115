using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>A batch as a separate ledger keeps it. Immutable.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Number">The one-based number of the batch in its import.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Content">
/// What the importer needs to know of it, in bytes that mean nothing to the ledger: rows and outcomes, ids of contacts, and the old and new values
/// of leads that it changes. They are personal data.
/// </param>
public sealed record BatchRecord(string ImportId, int Number, BatchStage Stage, ReadOnlyMemory<byte> Content)
{
    private readonly ValueBytes _content = Content;

    /// <summary>What the importer needs to know of it, in bytes that mean nothing to the ledger.</summary>
    public ReadOnlyMemory<byte> Content
    {
        get => _content;
        init => _content = value;
    }

    /// <summary>
    /// By how much the counts of the import grow; set for <see cref="BatchStage.Written"/> and null for every other stage. A count may be negative.
    /// The ledger adds them to the import and does not keep them with the batch.
    /// </summary>
    public ImportCounts? Counts { get; init; }

    /// <summary>
    /// Where the rows after the batch start; set for <see cref="BatchStage.Written"/> and null for every other stage. The ledger keeps it with the
    /// import.
    /// </summary>
    public RowPosition? Next { get; init; }

    /// <summary>Identifies the batch, without any value of its leads.</summary>
    /// <returns>The import's id, the number and the stage.</returns>
    public override string ToString() => $"import {ImportId}, batch {Number}, {Stage}";
}
