using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>
/// A field that Cadence stores of a lead: its name, the kind of its values, and its rules. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The fields that Cadence knows are listed by <see cref="LeadFields"/>. A host adds its own, or changes one with <c>with</c>,
/// through <see cref="SellsyImportOptions.Fields"/>. Two fields of the same <see cref="Name"/> are the same field.
/// </remarks>
/// <param name="Name">The name that stands in profiles, in JSON and on the command line, such as <c>FirstName</c>: ASCII letters and digits.</param>
/// <param name="Kind">What the values of the field are.</param>
public sealed record LeadField(string Name, LeadFieldKind Kind)
{
    private readonly ValueList<string> _aliases;
    private readonly ValueList<string> _choices;

    /// <summary>Whether an import cannot start before this field has a column or a constant.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsMandatory { get; init; }

    /// <summary>The most characters, counted as a person sees them (grapheme clusters, Unicode UAX #29), or null for no limit.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public int? MaxLength { get; init; }

    /// <summary>
    /// What becomes of the field of a lead that is in Cadence: it is never touched (<see cref="ExistingLeadPolicy.Skip"/>), only filled where it is blank, or
    /// overwritten. It decides about leads that the policy of the import changes; under <see cref="ExistingLeadPolicy.Skip"/> there are none.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the policy of the import.</value>
    public ExistingLeadPolicy? ExistingLeads { get; init; }

    /// <summary>
    /// The headings that mean this field beside its <see cref="Name"/>, folded: lower case, no accents, punctuation as one space.
    /// A heading is matched whole, never in part.
    /// </summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<string> Aliases
    {
        get => _aliases;
        init => _aliases = value;
    }

    /// <summary>
    /// The values that a field of the kind <see cref="LeadFieldKind.Choice"/> can have; case, accents and the forms of blanks, hyphens and apostrophes
    /// do not distinguish two of them.
    /// </summary>
    /// <value>Default: empty; at least one for a choice.</value>
    public ImmutableArray<string> Choices
    {
        get => _choices;
        init => _choices = value;
    }

    /// <summary>
    /// Whether several columns may feed the field: each adds to the list that a lead has of it (e-mails, phones, mobiles, faxes and tags); of several
    /// columns of a consent, one that refuses decides.
    /// </summary>
    public bool TakesSeveralColumns => Name is nameof(LeadFields.Email) or nameof(LeadFields.Phone) or nameof(LeadFields.Mobile) or nameof(LeadFields.Fax)
        or nameof(LeadFields.Tags) or nameof(LeadFields.EmailConsent) or nameof(LeadFields.SmsConsent);

    /// <summary>Whether both are the same field: the names are equal, whatever else was changed.</summary>
    /// <param name="other">The other field.</param>
    /// <returns><see langword="true"/> when the names are equal, by ordinal comparison.</returns>
    public bool Equals(LeadField? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Name, StringComparison.Ordinal);

    /// <summary>The name of the field.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
