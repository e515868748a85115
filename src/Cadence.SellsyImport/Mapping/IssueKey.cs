using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Mapping;

/// <summary>What issues have in common that are counted together.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Field">The name of the field, or null.</param>
/// <param name="Column">The heading of the column, or null.</param>
/// <param name="Argument">The argument that many rows share, or null.</param>
internal readonly record struct IssueKey(string Code, IssueSeverity Severity, string? Field = null, string? Column = null, string? Argument = null)
{
    public static IssueKey Of(ImportIssue issue) =>
        new(issue.Code, issue.Severity, issue.Field, issue.Column, CauseArguments.Of(issue.Code, issue.Arguments));
}
