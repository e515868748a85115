namespace Cadence.SellsyImport.Leads;

/// <summary>A detail of the company, kept as a value of one type.</summary>
/// <param name="field">The field.</param>
/// <param name="place">Where its value is kept.</param>
/// <param name="text">The value as text, never called for a blank.</param>
/// <param name="read">The value after a cell was read.</param>
/// <param name="isReplacedBy">Whether the value of a row may replace one that is there; null where any may.</param>
internal sealed class CompanyValueAccessor<T>(
    LeadField field,
    Place<CompanyData, T> place,
    Func<T, string?> text,
    Func<T, FieldValue, LeadFieldKind, T> read,
    Func<T, T, bool>? isReplacedBy = null)
    : CompanyFieldAccessor(field)
{
    public override void Set(ref LeadDraft draft, LeadFieldKind kind, in FieldValue value) =>
        place(ref draft.Company) = read(place(ref draft.Company), value, kind);

    public override void Combine(ref CompanyData there, CompanyData row, FieldPolicies policies)
    {
        var policy = policies.Of(Field);
        var (known, incoming) = (place(ref there), place(ref row));
        if (policy == ExistingLeadPolicy.Skip || IsBlank(incoming))
        {
            return;
        }

        if (IsBlank(known) || (policy == ExistingLeadPolicy.Overwrite && isReplacedBy?.Invoke(known, incoming) != false))
        {
            place(ref there) = incoming;
        }
    }

    public override IEnumerable<LeadValue> KeptAside(LeadVersion there, LeadVersion row) =>
        there.Lead.Company is { } known && row.Lead.Company is { } incoming && CompanyAccessor.AreOne(known, incoming)
        && !IsBlank(place(ref known.Data)) && !IsBlank(place(ref incoming.Data)) && isReplacedBy?.Invoke(place(ref known.Data), place(ref incoming.Data)) == false
            ? [new(Field, text(place(ref incoming.Data))!)]
            : [];

    public override string? TextOf(CompanyData company) => IsBlank(place(ref company)) ? null : text(place(ref company));

    private static bool IsBlank(T value) => EqualityComparer<T>.Default.Equals(value, default);
}
