using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.EntityFrameworkCore.Ledger;

/// <summary>A batch of an import.</summary>
internal sealed class StoredRecord
{
    /// <summary>The <see cref="StoredImport.Id"/>.</summary>
    public long Import { get; set; }

    public int Number { get; set; }

    public BatchStage Stage { get; set; }

    public required byte[] Content { get; set; }

    public BatchRecord ToRecord(string importId) => new(importId, Number, Stage, Content);
}
