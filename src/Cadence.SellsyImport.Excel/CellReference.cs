namespace Cadence.SellsyImport.Excel;

/// <summary>The place of a cell, such as <c>AB12</c>.</summary>
internal static class CellReference
{
    /// <summary>As many columns as a sheet can have: up to XFD.</summary>
    public const int MostColumns = 16_384;

    /// <summary>As many rows as a sheet can have.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>The zero-based column of a reference.</summary>
    /// <exception cref="InvalidDataException">The text is no reference of a cell.</exception>
    public static int Column(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var character in reference)
        {
            var letter = character | 0x20;
            if (letter is < 'a' or > 'z')
            {
                break;
            }

            column = (column * 26) + letter - 'a' + 1;
            if (column > MostColumns)
            {
                break;
            }
        }

        return column is >= 1 and <= MostColumns ? column - 1 : throw new InvalidDataException("A cell has no column of a sheet.");
    }

    /// <summary>The reference of a cell.</summary>
    /// <param name="column">The zero-based column.</param>
    /// <param name="row">The one-based row.</param>
    public static string Of(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return FormattableString.Invariant($"{letters}{row}");
    }
}
