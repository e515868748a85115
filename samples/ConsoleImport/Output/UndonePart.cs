using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>What of a lead an undo had to leave, and why: each field once, and each reason once.</summary>
internal static class UndonePart
{
    public static IEnumerable<string> FieldsOf(UndoneLead lead) => lead.Issues.Select(issue => issue.Field).OfType<string>().Distinct();

    /// <summary>The reasons without their fields.</summary>
    public static IEnumerable<ImportIssue> ReasonsOf(UndoneLead lead) =>
        lead.Issues.Select(issue => issue with { Field = null }).DistinctBy(issue => (issue.Code, string.Join(' ', issue.Arguments)));
}
