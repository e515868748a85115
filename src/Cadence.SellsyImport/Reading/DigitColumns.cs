namespace Cadence.SellsyImport.Reading;

/// <summary>
/// The columns whose cells are digits, such as an id, in all rows of a sample. Immutable. A line of a note that happens to have as many
/// separators as a row rarely has digits in the place of the ids too.
/// </summary>
internal sealed class DigitColumns
{
    private readonly bool[] _areDigits;
    private readonly bool[] _areFilled;

    private DigitColumns(bool[] areDigits, bool[] areFilled)
    {
        _areDigits = areDigits;
        _areFilled = areFilled;
        HasFilled = Array.IndexOf(areFilled, true) >= 0;
    }

    /// <summary>Nothing is known.</summary>
    public static DigitColumns None { get; } = new([], []);

    /// <summary>Whether there is a column that has digits in every row.</summary>
    public bool HasFilled { get; }

    /// <summary>Looks at the rows of a sample.</summary>
    /// <param name="rows">Rows with all columns.</param>
    /// <param name="fieldCount">The number of columns.</param>
    /// <param name="idColumn">The column whose heading says that it holds ids, which needs few rows to be believed; or -1.</param>
    public static DigitColumns Of(IEnumerable<SellsyRow> rows, int fieldCount, int idColumn)
    {
        const int FewestValues = 3;
        var values = new int[fieldCount];
        var areDigits = new bool[fieldCount];
        var areFilled = new bool[fieldCount];
        Array.Fill(areDigits, true);
        Array.Fill(areFilled, true);
        foreach (var row in rows)
        {
            var isPlain = row.Issues.IsEmpty && row.Lines.First == row.Lines.Last;
            for (var column = 0; isPlain && column < fieldCount; column++)
            {
                var value = row[column];
                values[column] += value.Length > 0 ? 1 : 0;
                areFilled[column] &= value.Length > 0;
                areDigits[column] &= !value.AsSpan().ContainsAnyExceptInRange('0', '9');
            }
        }

        for (var column = 0; column < fieldCount; column++)
        {
            areDigits[column] &= values[column] >= FewestValues || column == idColumn;
            areFilled[column] &= areDigits[column];
        }

        return new(areDigits, areFilled);
    }

    /// <summary>Whether a cell can stand in a column, as far as the sample tells.</summary>
    public bool Accepts(int column, ReadOnlySpan<byte> cell) =>
        column >= _areDigits.Length || !_areDigits[column]
        || (cell.IsEmpty ? !_areFilled[column] : !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9'));
}
