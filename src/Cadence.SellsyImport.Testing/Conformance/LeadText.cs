using System.Globalization;
using System.Text;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>The whole answer of a mapper, as a text: two answers are equal if their texts are.</summary>
internal static class LeadText
{
    public static string Of(MappedRow row)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"owner {row.Owner.Name}, {row.Owner.SellsyId}");
        if (row.Lead is { } lead)
        {
            Append(text, lead);
        }

        foreach (var issue in row.Issues)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{issue.Severity} {issue.Code} {issue.Field} {issue.Row} {string.Join('|', issue.Arguments)}");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Lead lead)
    {
        object?[] values =
        [
            lead.SellsyContactId, lead.FirstName, lead.LastName, lead.NamedOwner.Name, lead.NamedOwner.SellsyId, lead.Civility, lead.JobPosition,
            lead.LinkedIn, lead.Website, lead.Note, lead.Birthday?.DayNumber, lead.CreatedInSellsy?.Ticks, lead.ModifiedInSellsy?.Ticks,
            lead.EmailConsent, lead.SmsConsent, lead.Company?.SellsyId, lead.Company?.Name,
        ];
        text.AppendJoin('|', values).AppendLine();
        text.AppendJoin('|', lead.Emails).AppendLine();
        text.AppendJoin('|', lead.Phones).AppendLine();
        text.AppendJoin('|', lead.Tags).AppendLine();
        text.AppendJoin('|', lead.CustomValues.Concat(lead.UnmappedValues).Concat(lead.UnreadValues)).AppendLine();
    }
}
