namespace Cadence.SellsyImport.Preview;

/// <summary>The rows of an issue.</summary>
/// <param name="Code">The code.</param>
/// <param name="Field">The name of the field, or null.</param>
/// <param name="Rows">The rows, as <see cref="RowList"/> keeps them.</param>
internal sealed record IssueRows(string Code, string? Field, byte[] Rows);
