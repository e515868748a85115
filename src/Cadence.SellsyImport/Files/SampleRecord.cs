namespace Cadence.SellsyImport.Files;

/// <summary>A record of the start of a file, read under an assumed separator.</summary>
/// <param name="Cells">Its cells, without the blanks around them.</param>
/// <param name="Start">The byte of the text at which it starts.</param>
/// <param name="End">The byte after its text.</param>
/// <param name="Lines">Its physical lines.</param>
internal sealed record SampleRecord(string[] Cells, int Start, int End, LineRange Lines)
{
    /// <summary>The cells up to the last that is not empty.</summary>
    public int FilledLength => Array.FindLastIndex(Cells, cell => cell.Length > 0) + 1;
}
