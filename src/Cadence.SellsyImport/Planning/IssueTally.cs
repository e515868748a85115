using System.Collections.Immutable;

namespace Cadence.SellsyImport.Planning;

/// <summary>Counts issues by code and severity.</summary>
internal sealed class IssueTally
{
    private readonly Dictionary<(string Code, IssueSeverity Severity), long> _counts = [];

    public IssueTally()
    {
    }

    public IssueTally(IEnumerable<IssueCount> counts)
    {
        foreach (var count in counts)
        {
            _counts[(count.Code, count.Severity)] = count.Count;
        }
    }

    public void Add(ImmutableArray<ImportIssue> issues)
    {
        foreach (var issue in issues)
        {
            Add(issue);
        }
    }

    public void Add(ImportIssue issue, long count = 1) =>
        _counts[(issue.Code, issue.Severity)] = _counts.GetValueOrDefault((issue.Code, issue.Severity)) + count;

    public ImmutableArray<IssueCount> ToCounts() =>
    [
        .. _counts
            .Where(entry => entry.Value > 0)
            .Select(entry => new IssueCount(entry.Key.Code, entry.Key.Severity, entry.Value))
            .OrderByDescending(count => count.Severity)
            .ThenByDescending(count => count.Count)
            .ThenBy(count => count.Code, StringComparer.Ordinal),
    ];
}
