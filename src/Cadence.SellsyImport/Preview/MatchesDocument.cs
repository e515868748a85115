using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>The matches of a saved plan and the decisions on them, as JSON.</summary>
internal sealed record MatchesDocument(ImmutableArray<LeadMatch> Rows, Dictionary<string, string> Decisions, MatchDecision? Others)
{
    /// <summary>The document, or null where nothing is matched or decided.</summary>
    public static MatchesDocument? Of(LeadMatches matches)
    {
        ImmutableArray<LeadMatch> rows = [.. matches.All];
        return rows.IsEmpty && matches.Decisions.IsEmpty ? null : new(rows, matches.Decisions.All.ToDictionary(StringComparer.Ordinal), matches.Decisions.Others);
    }

    /// <exception cref="ArgumentException">An id is blank, or the decision on others is unknown.</exception>
    /// <exception cref="InvalidDataException">No preview matched such rows.</exception>
    public LeadMatches ToMatches(PlanVerdicts verdicts)
    {
        var matches = new LeadMatches(MatchDecisions.Of(Decisions, Others));
        var before = 0L;
        foreach (var match in Rows)
        {
            ByteReader.Require(match is { SellsyContactId.Length: > 0, ExistingContactId.Length: > 0 } && match.Row > before && match.Row <= verdicts.Rows);
            ByteReader.Require((matches.DecisionOn(match), verdicts.StatusOf(match.Row)) is (MatchDecision.New, _)
                or (MatchDecision.Same, not RowStatus.Blank)
                or (null, RowStatus.Error));
            before = match.Row;
            matches.Add(match);
        }

        return matches;
    }
}
