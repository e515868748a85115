using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// The headings that Sellsy is known to write, folded, by family; without those that accounts also give to columns of their own
/// (<c>Contact principal</c>).
/// </summary>
internal static class FamilyHeadings
{
    public static ImmutableArray<string> ImportTemplate { get; } =
    [
        "contact id", "prenom contact", "nom contact", "civilite contact", "date de creation", "date de derniere modification",
        "fonction contact", "email contact", "telephone contact", "mobile contact", "fax contact", "web contact", "anniversaire contact",
        "twitter contact", "linkedin contact", "facebook contact", "viadeo contact", "contact note", "smart tags",
        "inscrit campagnes email", "inscrit campagnes sms", "nom adresse", "adresse partie 1", "adresse partie 2", "adresse partie 3", "adresse partie 4", "code postal", "ville", "etat",
        "code pays", "id adresse sellsy", "id societe sellsy", "type societe", "nom societe", "email societe", "siret societe",
        "telephone societe",
    ];

    public static ImmutableArray<string> FrenchList { get; } =
    [
        "id sellsy", "prenom", "nom", "e mail", "telephone", "numero de telephone portable", "fax", "fonction", "linkedin", "proprietaire",
        "client prospects fournisseurs lies", "civilite", "societe", "email", "mobile", "smart tags", "site web", "note",
        "date de creation", "anniversaire", "n siren", "ape naf", "adresse", "code postal", "ville", "pays",
    ];

    public static ImmutableArray<string> EnglishList { get; } =
    [
        "sellsy id", "first name", "name", "email", "phone", "mobile", "fax", "position", "linkedin", "owner",
        "client prospects suppliers linked", "smart tags", "website", "note", "birthday", "address", "postal code", "city", "country",
        "company", "tags", "creation date",
    ];
}
