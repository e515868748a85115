using System.Collections.Immutable;

namespace Cadence.SellsyImport.Owners;

/// <summary>Says as an issue why an owner has no user, or that a user stands for the owner.</summary>
internal static class OwnerIssues
{
    public static ImportIssue Of(OwnerResolution resolution, long row, FieldMapping mapping)
    {
        var owner = resolution.Owner;
        var byName = owner.Name is not null || (owner.IsNone && mapping.Find(LeadFields.Owner) is not null);
        var field = byName ? LeadFields.Owner : LeadFields.OwnerSellsyId;
        var users = resolution.User is { } user ? [user] : resolution.Candidates;
        return new(CodeOf(resolution), resolution.IsDefault ? IssueSeverity.Warning : IssueSeverity.Error)
        {
            Field = field.Name,
            Column = mapping.Find(field)?.Column?.Heading,
            Row = row,
            Arguments = [owner.Name ?? owner.SellsyId ?? "", Names(users)],
        };
    }

    /// <summary>Says that a row names no owner.</summary>
    public static ImportIssue Blank(long row, FieldMapping mapping) => new(IssueCodes.MandatoryBlank, IssueSeverity.Error)
    {
        Field = LeadFields.Owner.Name,
        Column = mapping.Find(LeadFields.Owner)?.Column?.Heading,
        Row = row,
    };

    /// <summary>Whether an issue says that a row names no owner.</summary>
    public static bool IsBlank(ImportIssue issue) =>
        issue.Code == IssueCodes.MandatoryBlank && (issue.Field == LeadFields.Owner.Name || issue.Field == LeadFields.OwnerSellsyId.Name);

    private static string CodeOf(OwnerResolution resolution) => resolution.Kind switch
    {
        OwnerResolutionKind.Found => resolution.Owner.IsNone ? IssueCodes.BlankOwnerDefaulted : IssueCodes.UnknownOwnerDefaulted,
        OwnerResolutionKind.Inactive => IssueCodes.OwnerInactive,
        OwnerResolutionKind.Ambiguous => IssueCodes.OwnerAmbiguous,
        OwnerResolutionKind.Conflict => IssueCodes.OwnerConflict,
        OwnerResolutionKind.DecisionStale => IssueCodes.OwnerDecisionStale,
        _ => IssueCodes.OwnerUnknown,
    };

    private static string Names(ImmutableArray<CadenceUser> users) =>
        string.Join(", ", users.Select(user => user.Email is { Length: > 0 } email ? $"{user.FullName} <{email}>" : $"{user.FullName} ({user.Id})"));
}
