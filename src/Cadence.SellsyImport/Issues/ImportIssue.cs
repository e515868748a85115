using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>
/// A reason as data: a stable code with its arguments and its place, to be rendered in French or English at the edge by
/// <see cref="ImportTexts"/>. Immutable.
/// </summary>
/// <param name="Code">The stable code, one of <see cref="IssueCodes"/> or a host's own.</param>
/// <param name="Severity">What it means for the row.</param>
public sealed record ImportIssue(string Code, IssueSeverity Severity)
{
    private readonly ValueList<string> _arguments;

    /// <summary>The field that it is about, by its name; null for the row or the file as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>The heading of the column that it is about; null for a constant, the row or the file as a whole.</summary>
    public string? Column { get; init; }

    /// <summary>The one-based number of the row; 0 for the file as a whole.</summary>
    public long Row { get; init; }

    /// <summary>
    /// The values in the text of the issue, in the order of its placeholders. May hold values of the file: shown to the person who
    /// imports, never logged.
    /// </summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<string> Arguments
    {
        get => _arguments;
        init => _arguments = value;
    }

    /// <summary>The code and its place, without any value of the file.</summary>
    /// <returns>A text such as <c>OwnerUnknown, row 12, field Owner</c>.</returns>
    public override string ToString() =>
        (Row == 0 ? Code : $"{Code}, row {Row}") + (Field is null ? "" : $", field {Field}");
}
