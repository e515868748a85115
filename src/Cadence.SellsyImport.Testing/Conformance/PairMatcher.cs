using System.Collections.Immutable;
using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Matches contacts to existing leads by a table of their ids.</summary>
internal sealed class PairMatcher(params IEnumerable<(string Contact, string Existing)> pairs) : ILeadMatcher
{
    private readonly Dictionary<string, string> _existing = pairs.ToDictionary(pair => pair.Contact, pair => pair.Existing, StringComparer.Ordinal);

    public string Name => "pairs";

    public string Version => "1";

    public ValueTask<ImmutableArray<string?>> MatchAsync(
        string sellsyAccount, ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default) =>
        new([.. leads.Select(lead => _existing.GetValueOrDefault(lead.Lead.SellsyContactId))]);
}
