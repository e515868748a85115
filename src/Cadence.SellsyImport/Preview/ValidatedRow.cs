using System.Collections.Immutable;

namespace Cadence.SellsyImport.Preview;

/// <summary>What a row says by itself, before it is compared with the other rows and with Cadence.</summary>
/// <param name="Lead">The lead, or null if an error leaves the contact without an identity.</param>
/// <param name="Owner">The user who will own the lead, or null if the owner is in error.</param>
/// <param name="Issues">All that is wrong with the row by itself.</param>
/// <param name="UnaskedOwner">An owner that is not resolved yet, perhaps none; the row is validated again once it is. Null if there is no such owner.</param>
internal readonly record struct ValidatedRow(
    Lead? Lead,
    CadenceUser? Owner,
    ImmutableArray<ImportIssue> Issues,
    OwnerReference? UnaskedOwner = null)
{
    /// <summary>The owner that the row names, or no owner if the row names none or cannot be read.</summary>
    public OwnerReference Named { get; init; }

    public bool HasError
    {
        get
        {
            foreach (var issue in Issues)
            {
                if (issue.Severity == IssueSeverity.Error)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
