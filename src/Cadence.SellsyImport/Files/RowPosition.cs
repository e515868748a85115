namespace Cadence.SellsyImport.Files;

/// <summary>The position of a row in its file, from which reading can continue.</summary>
/// <param name="Number">The one-based number of the row.</param>
/// <param name="Line">The one-based physical line of its start.</param>
/// <param name="ByteOffset">The byte of the file at which it starts, counted from zero.</param>
public readonly record struct RowPosition(long Number, long Line, long ByteOffset)
{
    /// <summary>
    /// The earlier position at which reading must start to read this row as the first reading did. Null if nothing above the row matters.
    /// A stray quote, other headings or another encoding above a row do.
    /// </summary>
    internal ReadingStart? Start { get; init; }

    /// <summary>The position of a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Where it stands.</returns>
    public static RowPosition Of(SellsyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Number, row.Lines.First, row.ByteOffset) { Start = row.Start };
    }

    /// <summary>Compares the place in the file; where reading must start follows from it.</summary>
    /// <param name="other">The other position.</param>
    /// <returns><see langword="true"/> if both are the same place.</returns>
    public bool Equals(RowPosition other) => Number == other.Number && Line == other.Line && ByteOffset == other.ByteOffset;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Line, ByteOffset);
}
