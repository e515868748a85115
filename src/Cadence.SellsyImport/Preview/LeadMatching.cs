using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Preview;

/// <summary>Asks the host's matcher about the contacts that the store does not have, some thousand at a time.</summary>
/// <param name="matcher">The matcher.</param>
/// <param name="sink">Shows which contacts are in Cadence.</param>
/// <param name="sellsyAccount">The account of the file.</param>
/// <param name="matches">Receives the rows that are matched.</param>
internal sealed class LeadMatching(ILeadMatcher matcher, ILeadSink sink, string sellsyAccount, LeadMatches matches)
{
    private const string StoredIds = "ids of leads that are in the store";

    /// <summary>The existing lead of each contact that is matched. All rows of a contact have the match of its first one.</summary>
    private readonly Dictionary<string, string> _existingByContact = new(StringComparer.Ordinal);

    /// <summary>Matches the next rows.</summary>
    /// <param name="leads">Their leads, in the order of the file, of rows without an error.</param>
    /// <param name="isSettled">Whether an earlier row stands for the contact of a lead, so that the matcher was asked about it or need not be.</param>
    /// <param name="cancellationToken">Cancels the questions.</param>
    public async ValueTask RunAsync(ImmutableArray<CheckedLead> leads, Func<CheckedLead, bool> isSettled, CancellationToken cancellationToken)
    {
        ImmutableArray<CheckedLead> contacts =
        [
            .. leads.DistinctBy(lead => lead.Lead.SellsyContactId, StringComparer.Ordinal)
                .Where(lead => !_existingByContact.ContainsKey(lead.Lead.SellsyContactId) && !isSettled(lead)),
        ];
        var there = await FindAsync(contacts.Select(lead => lead.Lead.SellsyContactId), cancellationToken).ConfigureAwait(false);
        ImmutableArray<CheckedLead> absent = [.. contacts.Where(lead => !there.ContainsKey(lead.Lead.SellsyContactId))];
        if (!absent.IsEmpty)
        {
            await AskAsync(absent, cancellationToken).ConfigureAwait(false);
        }

        foreach (var lead in leads)
        {
            if (_existingByContact.TryGetValue(lead.Lead.SellsyContactId, out var existing))
            {
                matches.Add(new(lead.Row, lead.Lead.SellsyContactId, existing));
            }
        }
    }

    /// <summary>Checks, once all rows have their status, that the leads of the rows about existing ones were still there.</summary>
    public void Check(PlanVerdicts verdicts) => SeamGuard.Check(
        nameof(ILeadMatcher),
        !matches.All.Any(match => matches.DecisionOn(match) == Mapping.MatchDecision.Same && verdicts.StatusOf(match.Row) == RowStatus.Blank),
        StoredIds);

    private async ValueTask AskAsync(ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken)
    {
        var answers = await matcher.MatchAsync(sellsyAccount, leads, cancellationToken).ConfigureAwait(false);
        SeamGuard.Check(nameof(ILeadMatcher), answers.IsDefault ? 0 : answers.Length, leads.Length, "answers");
        SeamGuard.Check(nameof(ILeadMatcher), !answers.Contains(""), StoredIds);
        var there = await FindAsync(answers.OfType<string>().Distinct(StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < leads.Length; i++)
        {
            if (answers[i] is { } existing)
            {
                SeamGuard.Check(nameof(ILeadMatcher), there.ContainsKey(existing), StoredIds);
                _existingByContact.Add(leads[i].Lead.SellsyContactId, existing);
            }
        }
    }

    private async ValueTask<Dictionary<string, ExistingLead>> FindAsync(IEnumerable<string> contacts, CancellationToken cancellationToken)
    {
        ImmutableArray<string> asked = [.. contacts];
        return asked.IsEmpty
            ? []
            : SeamGuard.ById(nameof(ILeadSink), asked, await sink.FindExistingAsync(sellsyAccount, asked, cancellationToken).ConfigureAwait(false), lead => lead.SellsyContactId);
    }
}
