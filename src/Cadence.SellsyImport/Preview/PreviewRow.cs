using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>A row as the preview shows it. Immutable.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Status">Its status.</param>
/// <param name="Lead">The lead, or null if an error leaves the contact without an identity.</param>
/// <param name="Owner">
/// The user who will own the lead, or null if the owner is in error. A user by default has a warning among the issues. Of a row that completes another one
/// (<see cref="IssueCodes.ContactMerged"/>) it is the user that this row names: the owner of the other row gets the lead.
/// </param>
/// <param name="Issues">All its reasons: errors and warnings, in the order of the fields.</param>
public sealed record PreviewRow(SellsyRow Row, RowStatus Status, Lead? Lead, CadenceUser? Owner, ImmutableArray<ImportIssue> Issues)
{
    private readonly ValueList<ImportIssue> _issues = Issues;
    private readonly ValueList<FieldChange> _changes;

    /// <summary>All its reasons: errors and warnings, in the order of the fields.</summary>
    public ImmutableArray<ImportIssue> Issues
    {
        get => _issues;
        init => _issues = value;
    }

    /// <summary>The one-based number of the row.</summary>
    public long Number => Row.Number;

    /// <summary>What the row would change in the lead that is there, under the policy of the plan.</summary>
    /// <value>Default: empty, also where the lead already has every value, and under <see cref="ExistingLeadPolicy.Skip"/>.</value>
    public ImmutableArray<FieldChange> Changes
    {
        get => _changes;
        init => _changes = value;
    }

    /// <summary>Whether the row can be ticked: its contact is absent from Cadence and nothing is wrong with it.</summary>
    public bool CanBeAdded => Status == RowStatus.Blank;

    /// <summary>Whether the row would change the lead that is there, and so can be ticked.</summary>
    public bool CanBeUpdated => Status == RowStatus.Active && !Changes.IsEmpty;

    /// <summary>Identifies the row, without any value of the file.</summary>
    /// <returns>The number and the status.</returns>
    public override string ToString() => $"row {Number}: {Status}";
}
