namespace Cadence.SellsyImport.Files;

/// <summary>A record of the start of a file, read under an assumed separator.</summary>
/// <param name="Cells">Its cells, without the blanks around them.</param>
/// <param name="Start">The byte of the text at which it starts.</param>
/// <param name="End">The byte after its text.</param>
/// <param name="Lines">Its physical lines.</param>
internal sealed record SampleRecord(string[] Cells, int Start, int End, LineRange Lines)
{
    private const int LongestHeading = 200;

    /// <summary>The cells up to the last that is not empty.</summary>
    public int FilledLength => Array.FindLastIndex(Cells, cell => cell.Length > 0) + 1;

    /// <summary>Whether the cells are words, and no numbers, dates or addresses as rows have them.</summary>
    public bool LooksLikeHeadings
    {
        get
        {
            var words = 0;
            foreach (var cell in Cells)
            {
                if (cell.Contains('@', StringComparison.Ordinal) || (cell.Length > 0 && !cell.Any(char.IsLetter)) || cell.Length > LongestHeading)
                {
                    return false;
                }

                words += cell.Length > 0 ? 1 : 0;
            }

            return words > 0 && 2 * words >= Cells.Length;
        }
    }
}
