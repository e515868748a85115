namespace Cadence.SellsyImport;

/// <summary>An owner as a file names it: by name, by Sellsy id, or both; at least one is given.</summary>
/// <param name="Name">The name as it stands in the file, trimmed; none where the cell is blank or not mapped.</param>
/// <param name="SellsyId">The Sellsy id; none where the cell is blank or not mapped.</param>
public sealed record OwnerReference(string? Name, string? SellsyId)
{
    /// <summary>Tells nothing of the person.</summary>
    /// <returns>A text without any value of the file.</returns>
    public override string ToString() => nameof(OwnerReference);
}
