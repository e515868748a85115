using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Cadence.SellsyImport.Issues;

/// <summary>Which argument of an issue many rows share, so that it groups them: the owner's name, the number of fields that were found.</summary>
internal static class CauseArguments
{
    private static readonly FrozenSet<string> Shared = FrozenSet.Create(
        StringComparer.Ordinal,
        IssueCodes.FieldCountDiffers,
        IssueCodes.FieldsMissing,
        IssueCodes.ControlCharacter,
        IssueCodes.ControlCharacterRead,
        IssueCodes.HeadingsChange,
        IssueCodes.DateInvalid,
        IssueCodes.OwnerUnknown,
        IssueCodes.OwnerAmbiguous,
        IssueCodes.OwnerInactive,
        IssueCodes.UnknownOwnerDefaulted,
        IssueCodes.OwnerConflict,
        IssueCodes.OwnerDecisionStale,
        IssueCodes.SeveralOwners);

    private static readonly FrozenSet<string> Known =
        typeof(IssueCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first argument, if it groups rows; that of a host's own code does. Null for values that differ from row to row.</summary>
    public static string? Of(string code, ImmutableArray<string> arguments) =>
        arguments.IsDefaultOrEmpty || (Known.Contains(code) && !Shared.Contains(code)) ? null : arguments[0];
}
