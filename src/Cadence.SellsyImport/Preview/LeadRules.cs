using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Preview;

/// <summary>The rules of the host, asked for some thousand leads at a time.</summary>
internal sealed class LeadRules(IEnumerable<ILeadRule> rules)
{
    public const int MostLeads = 2_048;

    private readonly ImmutableArray<ILeadRule> _rules = [.. rules.OrderBy(rule => rule.Name, StringComparer.Ordinal)];

    public static LeadRules None { get; } = new([]);

    public bool Any => !_rules.IsEmpty;

    /// <summary>What the rules are called, for the hash of the settings.</summary>
    public IEnumerable<(string Name, string Version)> Names => _rules.Select(rule => (rule.Name, rule.Version));

    /// <summary>Asks every rule about leads.</summary>
    /// <param name="leads">The leads; may be none.</param>
    /// <param name="found">Receives the issues by row.</param>
    /// <param name="cancellationToken">Cancels the questions.</param>
    public async ValueTask CheckAsync(ImmutableArray<CheckedLead> leads, RuleIssues found, CancellationToken cancellationToken)
    {
        if (leads.IsEmpty)
        {
            return;
        }

        var rows = leads.Select(lead => lead.Row).ToHashSet();
        foreach (var rule in _rules)
        {
            var issues = await rule.CheckAsync(leads, cancellationToken).ConfigureAwait(false);
            foreach (var issue in SeamGuard.Whole(nameof(ILeadRule), issues))
            {
                SeamGuard.Check(nameof(ILeadRule), rows.Contains(issue.Row) && SeamGuard.IsWhole(issue), "issues with a code and texts, of rows that it was given");
                SeamGuard.Known(nameof(ILeadRule), issue.Severity);
                found.Add(issue);
            }
        }
    }
}
