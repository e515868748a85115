namespace Cadence.SellsyImport;

/// <summary>A column of the export.</summary>
/// <param name="Index">The zero-based position in the file: what tells two columns of one heading apart.</param>
/// <param name="Heading">The header text, without the blanks around it.</param>
public sealed record ExportColumn(int Index, string Heading);
