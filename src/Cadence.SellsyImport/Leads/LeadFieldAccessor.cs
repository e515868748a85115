namespace Cadence.SellsyImport.Leads;

/// <summary>
/// A part of a lead that is compared, filled, overwritten and restored as a unit: a field, or a value that several columns form together.
/// The policies for existing leads, the changes shown and the undo all use the same parts, so that they agree.
/// </summary>
internal abstract class LeadFieldAccessor(string field)
{
    /// <summary>The field, as it is reported to people.</summary>
    public string Field { get; } = field;

    public abstract bool IsSame(LeadVersion one, LeadVersion other);

    /// <summary>The lead with this part taken from another.</summary>
    public abstract LeadVersion Copy(LeadVersion to, LeadVersion from);

    /// <summary>The lead with this part completed from a row: its blanks filled, or whatever the row has written over it.</summary>
    public abstract LeadVersion Combine(LeadVersion there, LeadVersion row, bool overwrite);

    /// <summary>Adds what differs in this part, as text.</summary>
    public abstract void AddChanges(List<FieldChange> changes, LeadVersion before, LeadVersion after);
}
