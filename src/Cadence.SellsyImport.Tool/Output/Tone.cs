namespace Cadence.SellsyImport.Tool.Output;

/// <summary>What a colour says: can be added, is in Cadence already, is in error. A terminal without colours shows the words alone.</summary>
internal enum Tone
{
    Plain,
    Good,
    Known,
    Bad,
    Faint,
}
