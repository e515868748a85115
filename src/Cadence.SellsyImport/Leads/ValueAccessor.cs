namespace Cadence.SellsyImport.Leads;

/// <summary>Combines the value of a lead with that of a row; neither is blank.</summary>
internal delegate T Combination<T>(T there, T row, bool overwrite, FieldPolicies policies);

/// <summary>Where a value is kept.</summary>
internal delegate ref T Place<TData, T>(ref TData data);

/// <summary>A field with a value or a list of its own; the default value is blank.</summary>
/// <param name="field">The field.</param>
/// <param name="place">Where its value is kept.</param>
/// <param name="text">The value as text, never called for a blank.</param>
/// <param name="read">The value after a cell was read; null for lists, which are read value by value.</param>
/// <param name="combine">Combines two values that are not blank; null where the one of the row replaces the other.</param>
internal class ValueAccessor<T>(
    string field,
    Place<LeadData, T> place,
    Func<T, string> text,
    Func<T, FieldValue, LeadFieldKind, T>? read = null,
    Combination<T>? combine = null) : LeadFieldAccessor(field)
{
    public sealed override void Set(ref LeadDraft draft, LeadFieldKind kind, in FieldValue value)
    {
        if (read is null)
        {
            base.Set(ref draft, kind, value);
        }
        else
        {
            place(ref draft.Lead) = read(place(ref draft.Lead), value, kind);
        }
    }

    public sealed override bool IsSame(LeadVersion one, LeadVersion other) => AreEqual(Get(one), Get(other));

    public sealed override LeadVersion Copy(LeadVersion to, LeadVersion from) => With(to, Get(from));

    public sealed override LeadVersion Combine(LeadVersion there, LeadVersion row, FieldPolicies policies)
    {
        var (known, incoming) = (Get(there), Get(row));
        if (IsBlank(incoming) || AreEqual(known, incoming))
        {
            return there;
        }

        var policy = policies.Of(Field);
        if (policy == ExistingLeadPolicy.Skip)
        {
            return there;
        }

        var overwrite = policy == ExistingLeadPolicy.Overwrite;
        var combined = combine is not null && !IsBlank(known) ? combine(known, incoming, overwrite, policies) : overwrite || IsBlank(known) ? incoming : known;
        return AreEqual(known, combined) ? there : With(there, combined);
    }

    public sealed override string? TextOf(LeadVersion lead) => Get(lead) is var value && IsBlank(value) ? null : text(value);

    protected virtual T Get(ref LeadData data) => place(ref data);

    protected virtual void Put(ref LeadData data, T value) => place(ref data) = value;

    private T Get(LeadVersion version) => Get(ref version.Lead.Data);

    private LeadVersion With(LeadVersion version, T value)
    {
        var lead = version.Lead with { };
        Put(ref lead.Data, value);
        return version with { Lead = lead };
    }

    private static bool IsBlank(T value) => AreEqual(value, default!);

    private static bool AreEqual(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
}
