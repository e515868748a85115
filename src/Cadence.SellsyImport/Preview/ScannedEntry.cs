using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Preview;

/// <summary>A row as it was scanned.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Owner">The number of its owner's cells.</param>
/// <param name="HasError">Whether it has an error, whatever its owner and the rest of the file are.</param>
internal readonly record struct ScannedEntry(RowPosition Position, int Owner, bool HasError)
{
    /// <summary>Whether a person left it out.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Its contact; the default value if the id is missing or invalid.</summary>
    public ContactKey Contact { get; init; }

    /// <summary>The numbers of its issues in its part of the file; valid until the next row.</summary>
    public ReadOnlyMemory<int> Issues { get; init; }

    /// <summary>The cell of companies that may make it an error; otherwise null.</summary>
    public string? UndecidedCompany { get; init; }
}
