using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// The rows that are matched to existing leads, with the decisions on them. The plan keeps them, because the matcher may answer otherwise
/// tomorrow. Filled by the preview, then only read.
/// </summary>
/// <param name="decisions">What a person decided.</param>
internal sealed class LeadMatches(MatchDecisions decisions)
{
    private readonly Dictionary<long, LeadMatch> _byRow = [];

    public static LeadMatches None { get; } = new(MatchDecisions.None);

    public MatchDecisions Decisions => decisions;

    /// <summary>All matches, in the order of the rows.</summary>
    public IEnumerable<LeadMatch> All => _byRow.Values.OrderBy(match => match.Row);

    public void Add(LeadMatch match) => _byRow.Add(match.Row, match);

    public LeadMatch? Find(long row) => _byRow.GetValueOrDefault(row);

    public MatchDecision? DecisionOn(LeadMatch match) => decisions.Find(match.SellsyContactId, match.ExistingContactId);

    /// <summary>
    /// A row with what was decided about its match: a row about an existing lead has the identity of that lead. A row without a match stays as it is.
    /// </summary>
    public ValidatedRow Apply(long row, in ValidatedRow validated)
    {
        if (_byRow.Count == 0 || validated.Lead is not { } lead || Find(row) is not { } match || match.SellsyContactId != lead.SellsyContactId)
        {
            return validated;
        }

        var decision = DecisionOn(match);
        return validated with
        {
            Lead = decision == MatchDecision.Same ? lead with { SellsyContactId = match.ExistingContactId } : lead,
            Issues = validated.Issues.Add(RowIssues.Matched(match, decision)),
        };
    }

    /// <summary>
    /// The same without the matches of rows and those that name a contact, and without the decisions that name it or were made on them. A row
    /// about an existing lead that is not written yet is refused then: the store has no lead of its own contact.
    /// </summary>
    public LeadMatches Without(IReadOnlySet<long> rows, string contactId)
    {
        var byIsForgotten = All.ToLookup(match => rows.Contains(match.Row) || match.IsOf(contactId));
        var forgotten = byIsForgotten[true].Select(match => match.SellsyContactId).Append(contactId).ToHashSet(StringComparer.Ordinal);
        var left = new LeadMatches(decisions.All.Where(one => forgotten.Contains(one.Key) || one.Value == contactId)
            .Aggregate(decisions, (all, one) => all.Without(one.Key)));
        foreach (var match in byIsForgotten[false])
        {
            left.Add(match);
        }

        return left;
    }
}
