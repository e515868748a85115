using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Removes from the cells of one field what other programs added and what is certainly no part of the value: the formula around a text, the
/// apostrophe that marks a text, the decimals of a whole number. It decodes the character references of HTML.
/// </summary>
/// <param name="field">The field.</param>
internal readonly struct CellCleaner(LeadField field)
{
    private const string Apostrophes = "'\u2019";

    // A name may start with an apostrophe, as in 's-Hertogenbosch.
    private readonly bool _dropsApostrophe = field.Kind is not (LeadFieldKind.Text or LeadFieldKind.OwnerName or LeadFieldKind.Civility
            or LeadFieldKind.Note or LeadFieldKind.Tags or LeadFieldKind.CompanyName or LeadFieldKind.Choice)
        || field.Name is nameof(LeadFields.CompanyZipCode) or nameof(LeadFields.CompanySize) or nameof(LeadFields.CompanyCountry);

    private readonly bool _isOfAddresses = field.Kind == LeadFieldKind.Email;

    private readonly bool _dropsDecimals = field.Kind is LeadFieldKind.ContactId or LeadFieldKind.OwnerId or LeadFieldKind.CompanyId or LeadFieldKind.Phone
            or LeadFieldKind.Siren or LeadFieldKind.Siret
        || field.Name is nameof(LeadFields.CompanyZipCode) or nameof(LeadFields.CompanySize);

    // A comma separates the ids of two companies.
    private readonly bool _commaSeparates = field.Kind == LeadFieldKind.CompanyId;

    // A note is read as HTML, in which an encoded tag is text.
    private readonly bool _decodesEntities = field.Kind != LeadFieldKind.Note;

    /// <summary>The text of a cell, without blanks around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CellText Clean(CellText cell)
    {
        var text = cell.Part(cell.Span.Trim());
        return IsClean(text.Span, text.IsPlain) ? text : Cleaned(text);
    }

    /// <summary>
    /// Without the apostrophe that marks a text, or without those that another program put around it. Several of them in a cell of addresses stand around
    /// each of these, and are removed there.
    /// </summary>
    private ReadOnlySpan<char> WithoutApostrophe(ReadOnlySpan<char> text)
    {
        var inside = text.TrimStart(Apostrophes);
        var other = inside.IndexOfAny(Apostrophes);
        return other >= 0 && other == inside.Length - 1 ? inside[..^1].Trim()
            : other >= 0 && _isOfAddresses ? text
            : inside.TrimStart();
    }

    /// <summary>Fast path: returns true only if nothing is to be removed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsClean(ReadOnlySpan<char> text, bool isPlain) =>
        text.IsEmpty || (text[0] is not ('=' or '\'' or '\u2019') && !(_dropsDecimals && text[^1] == '0') && (isPlain || !text.Contains('&')));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private CellText Cleaned(CellText text)
    {
        if (TextFormula.TryUnwrap(text.Span, out var inside))
        {
            text = inside.Contains('"') ? new(inside.ToString().Replace("\"\"", "\"", StringComparison.Ordinal)) : text.Part(inside);
            text = text.Part(text.Span.Trim());
        }

        if (_decodesEntities && text.Span.Contains('&') && HtmlEntities.TryDecode(text.Span, out var decoded))
        {
            text = new(decoded);
            text = text.Part(text.Span.Trim());
        }

        if (_dropsApostrophe && text.Span is ['\'' or '\u2019', ..])
        {
            text = text.Part(WithoutApostrophe(text.Span));
        }

        if (_dropsDecimals && text.Span is [.., '0'] && !(_commaSeparates && text.Span.Contains(',')))
        {
            text = text.Part(WholeNumber.WithoutDecimals(text.Span));
        }

        return text;
    }
}
