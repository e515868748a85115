namespace Cadence.SellsyImport.EntityFrameworkCore.Ledger;

/// <summary>The plan that an import follows, apart from the import because it may have megabytes.</summary>
internal sealed class StoredPlan
{
    /// <summary>The <see cref="StoredImport.Id"/>.</summary>
    public long Import { get; set; }

    public required byte[] Plan { get; set; }
}
