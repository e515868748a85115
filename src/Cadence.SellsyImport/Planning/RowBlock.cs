namespace Cadence.SellsyImport.Planning;

/// <summary>A part of the file whose rows can be read without those before it.</summary>
/// <param name="Start">Where its first row stands.</param>
/// <param name="EndNumber">The number of the first row behind it.</param>
/// <param name="IsShort">Whether its rows may be read ahead and kept in memory all at once.</param>
internal readonly record struct RowBlock(RowPosition Start, long EndNumber, bool IsShort);
