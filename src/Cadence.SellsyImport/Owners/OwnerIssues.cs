using System.Collections.Immutable;

namespace Cadence.SellsyImport.Owners;

/// <summary>Says as an issue why an owner has no user.</summary>
internal static class OwnerIssues
{
    public static ImportIssue Of(OwnerResolution resolution, long row, FieldMapping mapping)
    {
        var byName = resolution.Owner.Name is not null;
        var field = byName ? LeadFields.Owner : LeadFields.OwnerSellsyId;
        return new(CodeOf(resolution.Kind), IssueSeverity.Error)
        {
            Field = field.Name,
            Column = mapping.Find(field)?.Column?.Heading,
            Row = row,
            Arguments = [resolution.Owner.Name ?? resolution.Owner.SellsyId ?? "", Names(resolution.Candidates)],
        };
    }

    private static string CodeOf(OwnerResolutionKind kind) => kind switch
    {
        OwnerResolutionKind.Ambiguous => IssueCodes.OwnerAmbiguous,
        OwnerResolutionKind.Conflict => IssueCodes.OwnerConflict,
        OwnerResolutionKind.DecisionStale => IssueCodes.OwnerDecisionStale,
        _ => IssueCodes.OwnerUnknown,
    };

    private static string Names(ImmutableArray<CadenceUser> users) =>
        string.Join(", ", users.Select(user => user.Email is { Length: > 0 } email ? $"{user.FullName} <{email}>" : $"{user.FullName} ({user.Id})"));
}
