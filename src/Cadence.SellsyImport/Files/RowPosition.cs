namespace Cadence.SellsyImport.Files;

/// <summary>The position of a row in its file, from which reading can continue.</summary>
/// <param name="Number">The one-based number of the row.</param>
/// <param name="Line">The one-based physical line of its start.</param>
/// <param name="ByteOffset">The byte of the file at which it starts, counted from zero.</param>
public readonly record struct RowPosition(long Number, long Line, long ByteOffset)
{
    /// <summary>The position of a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Where it stands.</returns>
    public static RowPosition Of(SellsyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Number, row.Lines.First, row.ByteOffset);
    }
}
