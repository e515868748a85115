namespace Cadence.SellsyImport.Leads;

/// <summary>
/// A field of a lead, or a value that several columns form together, and all that can be done with it: set it from a cell, compare, fill, overwrite,
/// copy and show it. The policies for existing leads, the changes shown, the merging of rows and the undo use the same accessors, so that they agree.
/// </summary>
/// <remarks>By default a field is compared and copied together with another one, as the details of a company are.</remarks>
internal abstract class LeadFieldAccessor(string field)
{
    /// <summary>The field, as it is reported to people.</summary>
    public string Field { get; } = field;

    /// <summary>Whether it holds the texts that could not be read as values of the field.</summary>
    protected virtual bool IsUnread => false;

    /// <summary>Sets the field from a cell that has one value.</summary>
    public virtual void Set(ref LeadDraft draft, LeadFieldKind kind, in FieldValue value) =>
        throw new InvalidOperationException($"{Field} is not read as one value.");

    public virtual bool IsSame(LeadVersion one, LeadVersion other) => true;

    /// <summary>The lead with this part taken from another.</summary>
    public virtual LeadVersion Copy(LeadVersion to, LeadVersion from) => to;

    /// <summary>The lead with this part completed from a row under its policy: its blanks filled, or whatever the row has written over it.</summary>
    public virtual LeadVersion Combine(LeadVersion there, LeadVersion row, FieldPolicies policies) => there;

    /// <summary>The texts of a row that are no numbers, and so replace none: they are kept aside.</summary>
    public virtual IEnumerable<LeadValue> KeptAside(LeadVersion there, LeadVersion row) => [];

    /// <summary>Adds what differs in this part, as text.</summary>
    public virtual void AddChanges(List<FieldChange> changes, LeadVersion before, LeadVersion after)
    {
        if (!IsSame(before, after))
        {
            changes.Add(new(Field, TextOf(before), TextOf(after)) { IsUnread = IsUnread });
        }
    }

    /// <summary>The value as people are shown it; null for a blank.</summary>
    public virtual string? TextOf(LeadVersion lead) => null;
}
