using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Preview;

/// <summary>The issues of a row among the others and against what is in Cadence.</summary>
internal static class RowIssues
{
    /// <summary>The reason for the status of a row whose contact is also on another row.</summary>
    public static ImportIssue Repeated(RepeatedContacts policy, RowStatus status, long row, long winner)
    {
        var code = (policy, status) switch
        {
            (RepeatedContacts.LastWins, _) => IssueCodes.ContactSuperseded,
            (RepeatedContacts.Merge, not RowStatus.Error) => IssueCodes.ContactMerged,
            _ => IssueCodes.ContactRepeated,
        };
        return new(code, code == IssueCodes.ContactMerged ? IssueSeverity.Warning : IssueSeverity.Error)
        {
            Field = LeadFields.SellsyContactId.Name,
            Row = row,
            Arguments = [winner.ToString(CultureInfo.InvariantCulture)],
        };
    }

    public static ImportIssue Active(long row, ImmutableArray<string> runningCadences = default) => new(IssueCodes.AlreadyInCadence, IssueSeverity.Warning)
    {
        Row = row,
        Arguments = [runningCadences.IsDefault ? "" : string.Join(", ", runningCadences)],
    };

    /// <summary>What was decided about a row that may be about an existing lead.</summary>
    public static ImportIssue Matched(LeadMatch match, MatchDecision? decision)
    {
        var code = decision switch
        {
            MatchDecision.Same => IssueCodes.MatchedToLead,
            MatchDecision.New => IssueCodes.MatchAddedAsNew,
            _ => IssueCodes.MatchUndecided,
        };
        return new(code, decision is null ? IssueSeverity.Error : IssueSeverity.Warning)
        {
            Field = LeadFields.SellsyContactId.Name,
            Row = match.Row,
            Arguments = [match.ExistingContactId],
        };
    }

    /// <summary>The consents and refusals of a lead that stay, although the row says otherwise or cannot be read.</summary>
    public static IEnumerable<ImportIssue> Consents(PreviewRow row, Lead there, FieldPolicies policies)
    {
        var consents = new[]
        {
            (LeadFields.EmailConsent.Name, Stored: there.EmailConsent, OfRow: row.Lead!.EmailConsent),
            (LeadFields.SmsConsent.Name, Stored: there.SmsConsent, OfRow: row.Lead.SmsConsent),
        };
        foreach (var (field, stored, ofRow) in consents)
        {
            var isUnread = row.Issues.Any(issue => issue.Code == IssueCodes.ConsentInvalid && issue.Field == field);
            var isKept = stored == false && ofRow == true && policies.OfImport != ExistingLeadPolicy.Skip
                && !(policies.ConsentReplacesRefusal && policies.Of(field) == ExistingLeadPolicy.Overwrite);
            var isRefusalLost = stored == true && ofRow == false
                && (policies.OfImport == ExistingLeadPolicy.Skip || policies.Of(field) != ExistingLeadPolicy.Overwrite);
            if (stored is { } value && ((isUnread && ofRow is null) || isKept || isRefusalLost))
            {
                yield return new(value ? IssueCodes.ConsentStays : IssueCodes.RefusalStays, IssueSeverity.Warning) { Field = field, Row = row.Number };
            }
        }
    }

    /// <summary>Why the store or the importer refused a row that the plan would have written.</summary>
    public static ImportIssue Refused(RefusedRow refused)
    {
        if (refused.Reason is { } reason)
        {
            return reason with { Row = refused.Row };
        }

        var code = refused.Outcome switch
        {
            LeadEntryOutcome.ChangedMeanwhile => IssueCodes.ChangedSincePreview,
            LeadEntryOutcome.Vanished => IssueCodes.VanishedSincePreview,
            LeadEntryOutcome.OwnerChanged => IssueCodes.OwnerChangedSincePreview,
            _ => IssueCodes.AppearedSincePreview,
        };
        var field = refused.Outcome == LeadEntryOutcome.OwnerChanged ? LeadFields.Owner : LeadFields.SellsyContactId;
        return new(code, IssueSeverity.Error) { Field = field.Name, Row = refused.Row };
    }
}
