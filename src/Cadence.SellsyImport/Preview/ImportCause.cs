namespace Cadence.SellsyImport.Preview;

/// <summary>Rows that have the same issue for the same reason, such as all rows of one unknown owner. Immutable.</summary>
/// <param name="Code">The code of the issue, one of <see cref="IssueCodes"/> or a host's own.</param>
/// <param name="Severity">What it means for its rows.</param>
/// <param name="Field">The field that it is about, by its name; null for the row as a whole.</param>
/// <param name="Column">The heading of the column that it is about; null for a constant or the row as a whole.</param>
/// <param name="Argument">
/// What these rows have in common in the text of the issue: the name of the owner, the number of fields found, the control character, the format of the
/// column's dates, the line of other headings, and the first argument of a host's own code. Null where the text differs from row to row, as
/// a length does. May hold the name of a person.
/// </param>
/// <param name="Rows">How many rows; a row that has the issue twice counts once.</param>
/// <param name="FirstRow">The one-based number of the first of them.</param>
public sealed record ImportCause(string Code, IssueSeverity Severity, string? Field, string? Column, string? Argument, long Rows, long FirstRow);
