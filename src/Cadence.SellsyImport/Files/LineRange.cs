namespace Cadence.SellsyImport.Files;

/// <summary>The physical lines of the file that a row stands on; a row has several where a quoted cell holds line breaks.</summary>
/// <param name="First">The one-based number of the first line.</param>
/// <param name="Last">The one-based number of the last line, at least <paramref name="First"/>.</param>
public readonly record struct LineRange(long First, long Last)
{
    /// <summary>The range as text.</summary>
    /// <returns><c>231–233</c>, or <c>231</c> for one line.</returns>
    public override string ToString() => First == Last ? $"{First}" : $"{First}–{Last}";
}
