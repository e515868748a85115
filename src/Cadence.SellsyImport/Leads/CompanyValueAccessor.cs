namespace Cadence.SellsyImport.Leads;

/// <summary>A detail of the company, kept as a value of one type.</summary>
/// <param name="field">The field.</param>
/// <param name="place">Where its value is kept.</param>
/// <param name="text">The value as text, never called for a blank.</param>
/// <param name="read">The value after a cell was read.</param>
internal sealed class CompanyValueAccessor<T>(LeadField field, Place<CompanyData, T> place, Func<T, string?> text, Func<T, FieldValue, LeadFieldKind, T> read)
    : CompanyFieldAccessor(field)
{
    public override void Set(ref LeadDraft draft, LeadFieldKind kind, in FieldValue value) =>
        place(ref draft.Company) = read(place(ref draft.Company), value, kind);

    public override void Fill(ref CompanyData company, CompanyData by)
    {
        if (IsBlank(place(ref company)))
        {
            place(ref company) = place(ref by);
        }
    }

    public override string? TextOf(CompanyData company) => IsBlank(place(ref company)) ? null : text(place(ref company));

    private static bool IsBlank(T value) => EqualityComparer<T>.Default.Equals(value, default);
}
