using System.Collections.Immutable;
using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>Matches contacts to existing leads by their e-mail addresses, and remembers the questions.</summary>
internal sealed class EmailMatcher(params (string Address, string Existing)[] leads) : ILeadMatcher
{
    public string Name => "e-mail";

    public string Version { get; init; } = "1";

    /// <summary>The account and the contact of each question.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>How many contacts each call asked about.</summary>
    public List<int> Questions { get; } = [];

    public ValueTask<ImmutableArray<string?>> MatchAsync(
        string sellsyAccount, ImmutableArray<CheckedLead> asked, CancellationToken cancellationToken = default)
    {
        Questions.Add(asked.Length);
        Asked.AddRange(asked.Select(lead => $"{sellsyAccount}|{lead.Lead.SellsyContactId}"));
        return new([.. asked.Select(lead => leads.FirstOrDefault(one => lead.Lead.Emails.Any(email => email.Address == one.Address)).Existing)]);
    }
}
