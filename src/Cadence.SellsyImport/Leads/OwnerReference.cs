namespace Cadence.SellsyImport;

/// <summary>An owner as a row names it: by name, by Sellsy id, by both, or not at all.</summary>
/// <param name="Name">The name as it stands in the file, trimmed; null if the cell is blank or not mapped.</param>
/// <param name="SellsyId">The Sellsy id; null if the cell is blank or not mapped.</param>
public readonly record struct OwnerReference(string? Name, string? SellsyId)
{
    /// <summary>Whether the row names no owner.</summary>
    public bool IsNone => Name is null && SellsyId is null;

    /// <summary>The name of the type, without any personal data.</summary>
    /// <returns>A text without any value of the file.</returns>
    public override string ToString() => nameof(OwnerReference);
}
