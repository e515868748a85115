namespace Cadence.SellsyImport.Mapping;

/// <summary>What a row says by itself, without its lead.</summary>
internal readonly ref struct ScannedRow
{
    /// <summary>The number of its owner's cells.</summary>
    public required int Owner { get; init; }

    /// <summary>The id of the contact, or nothing.</summary>
    public ReadOnlySpan<char> ContactId { get; init; }

    /// <summary>Whether the row has an error, whatever its owner and the rest of the file are.</summary>
    public bool HasError { get; init; }

    /// <summary>
    /// The keys of its issues by their numbers in <see cref="RowScanner.Issues"/>, each once: also those that only the whole file decides about.
    /// Valid until the next row.
    /// </summary>
    public ReadOnlySpan<int> Issues { get; init; }

    /// <summary>The cell of companies that may make it an error once the whole file is known; otherwise null.</summary>
    public string? UndecidedCompany { get; init; }

    /// <summary>The e-mail addresses and phone numbers; valid until the next row.</summary>
    public ReadOnlySpan<ScannedAddress> Addresses { get; init; }
}
