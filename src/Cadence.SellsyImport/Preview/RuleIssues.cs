using System.Collections.Immutable;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// What the rules of the host said about rows. The plan keeps it, because a rule may answer otherwise tomorrow. Filled by the preview, then only
/// read.
/// </summary>
internal sealed class RuleIssues
{
    private readonly Dictionary<long, ImmutableArray<ImportIssue>> _byRow = [];

    public static RuleIssues None { get; } = new();

    /// <summary>All issues, in the order of the rows.</summary>
    public ImmutableArray<ImportIssue> All => [.. _byRow.OrderBy(row => row.Key).SelectMany(row => row.Value)];

    public static RuleIssues Of(ImmutableArray<ImportIssue> issues)
    {
        var all = new RuleIssues();
        foreach (var issue in issues)
        {
            all.Add(issue);
        }

        return all;
    }

    public void Add(ImportIssue issue) => _byRow[issue.Row] = Of(issue.Row).Add(issue);

    public ImmutableArray<ImportIssue> Of(long row) => _byRow.GetValueOrDefault(row, []);
}
