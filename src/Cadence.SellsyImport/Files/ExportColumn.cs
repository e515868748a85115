namespace Cadence.SellsyImport;

/// <summary>A column of the export.</summary>
/// <param name="Index">The zero-based position in the file; it distinguishes two columns with the same heading.</param>
/// <param name="Heading">The header text, without the blanks around it.</param>
public sealed record ExportColumn(int Index, string Heading);
