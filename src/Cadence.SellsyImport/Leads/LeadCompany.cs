using System.Collections.Immutable;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>The company of a lead, as the file gives it. Immutable.</summary>
public sealed record LeadCompany
{
    private readonly ValueList<string> _addressLines;

    /// <summary>The Sellsy id: digits; null if the file gives none.</summary>
    public string? SellsyId { get; init; }

    /// <summary>The name; null if only the id is known.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The name folded, so that equivalent spellings are equal: a store recognises a company without a Sellsy id by it. The name itself if
    /// folding leaves nothing of it; null if there is no name. Computed at every call.
    /// </summary>
    public string? NameKey => Name is null ? null : TextFolding.Label(Name) is { Length: > 0 } folded ? folded : Name;

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number.</summary>
    public LeadPhone? Phone { get; init; }

    /// <summary>The web site.</summary>
    public string? Website { get; init; }

    /// <summary>The size, as text.</summary>
    public string? Size { get; init; }

    /// <summary>The type, as text: client, prospect or supplier.</summary>
    public string? Type { get; init; }

    /// <summary>The lines of the address that are not blank, in order.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<string> AddressLines
    {
        get => _addressLines;
        init => _addressLines = value;
    }

    /// <summary>The postal code, as text.</summary>
    public string? ZipCode { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state or region.</summary>
    public string? State { get; init; }

    /// <summary>The country, or its code.</summary>
    public string? Country { get; init; }

    /// <summary>The SIREN: nine digits.</summary>
    public string? Siren { get; init; }

    /// <summary>The SIRET: fourteen digits.</summary>
    public string? Siret { get; init; }
}
