using System.Collections.Immutable;
using System.Text.Json;

namespace Cadence.SellsyImport.Sqlite.Tests.Support;

/// <summary>
/// Leads as text, because records that hold lists are equal only where their lists are one. The version is left out unless it is asked for.
/// </summary>
internal static class LeadText
{
    public static string Of(Lead lead) => JsonSerializer.Serialize(lead);

    public static string Of(LeadVersion lead) => LeadSnapshot.ToJson(lead);

    public static ImmutableArray<string> Of(IEnumerable<Lead> leads) => [.. leads.OrderBy(lead => lead.SellsyContactId, StringComparer.Ordinal).Select(Of)];
}
