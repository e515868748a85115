using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Cadence.SellsyImport.Mapping;

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

    public void Add(ImmutableArray<ImportIssue> issues, long count = 1)
    {
        foreach (var issue in issues)
        {
            Add(issue, count);
        }
    }

    public void Add(ImportIssue issue, long count = 1) => Add(issue.Code, issue.Severity, count);

    public void Add(string code, IssueSeverity severity, long count = 1) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, (code, severity), out _) += count;

    public void Add(IssueTally other)
    {
        foreach (var ((code, severity), count) in other._counts)
        {
            Add(code, severity, count);
        }
    }

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
