using System.Collections.Immutable;
using System.Globalization;
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
