using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Recognises Sellsy's other exports by headings that no contact export has. A first name makes a file a contact export, except among private
/// customers; so do a contact id and the columns of a person, except among comments.
/// </summary>
internal static class ForeignExports
{
    private const string Credit = "encours|encours autorise|encours maximum|outstanding|outstanding amount";
    private const string CustomerNumber = "reference|reference client|ref|code client";
    private const string CustomerType = "type|type de client|type client";
    private const string CompanyNumber = "n siren|siren|siret|n siret";
    private const string Owner = "proprietaire|owner";
    private const string CompanyName = "nom|name|raison sociale|nom de la societe";
    private const string Amount =
        "montant ttc|montant ht|total ttc|total ht|total incl tax|total excl tax|amount incl tax|amount excl tax";

    /// <summary>What an opportunity or a quote has no column for.</summary>
    private const string NoAddress = "!email|e mail|telephone|phone|mobile|numero de telephone portable|fax|linkedin";

    /// <summary>What a private customer has no column for.</summary>
    private const string NoJobAndCompany =
        "!contact id|id contact|fonction|fonction contact|poste|position|job title|client prospects fournisseurs lies|client prospects suppliers linked"
        + "|societe|societes|nom societe|id societe sellsy|company|prenom contact";

    private static readonly ImmutableArray<string> FirstNames = [.. FieldHeadings.Of(LeadFields.FirstName).Select(entry => entry.Heading)];

    private static readonly ImmutableArray<string> OfPersons =
    [
        "contact id", "id contact", "id contact sellsy", "nom contact", "email contact", "civilite", "fonction", "anniversaire", "birthday",
        "client prospects fournisseurs lies", "client prospects suppliers linked",
    ];

    private static readonly ExportSignature Comments = new("comments", ["id commentaire sellsy|id commentaire parent"]);

    private static readonly ExportSignature Individuals = new(
        "individuals",
        [Credit, $"{CustomerNumber}|{CustomerType}", NoJobAndCompany],
        ["id particulier*|particulier id", NoJobAndCompany]);

    private static readonly ExportSignature PerhapsIndividuals = new("individuals", [CustomerNumber, CustomerType, NoJobAndCompany]);

    private static readonly ImmutableArray<ExportSignature> Signatures =
    [
        new("tasks", ["titre", "terminee", "label|createur|objet lie"], ["titre", "label", "createur|objet lie"], ["titre", "createur", "objet lie"]),
        new("products", ["id produit"], ["nom commercial", "reference"]),
        new(
            "opportunities",
            ["id opportunite|id opportunite sellsy|nom de l opportunite|opportunite|opportunity|opportunity name", NoAddress],
            [
                "pipeline|etape|etape du pipeline|stage|step",
                "probabilite|probability|montant|montant potentiel|potentiel|amount|potential|date d echeance|due date",
                NoAddress,
            ]),
        new(
            "quotes",
            ["n devis|n de devis|numero de devis|numero devis|quote number|estimate number", NoAddress],
            [
                "numero|number",
                Amount,
                "date d expiration|date de validite|valable jusqu au|valide jusqu au|expiration date|expiry date|valid until|devis",
                NoAddress,
            ]),
        new("invoices", ["numero|number", Amount]),
        new(
            "companies",
            [CompanyName, $"{Credit}|contacts|contact principal|main contact", $"{CustomerNumber}|{CustomerType}|{CompanyNumber}|{Owner}"],
            [CompanyName, "n tva|numero de tva|tva intracommunautaire|n tva intracommunautaire|vat number", $"{CompanyNumber}|reference"]),
    ];

    public static string? Recognise(IReadOnlyList<string> headings)
    {
        var folded = SellsyHeadings.Fold(headings);
        if (folded.Overlaps(FirstNames))
        {
            return Individuals.IsIn(folded) ? Individuals.Name : null;
        }

        return Comments.IsIn(folded) ? Comments.Name
            : folded.Overlaps(OfPersons) ? null
            : Signatures.FirstOrDefault(signature => signature.IsIn(folded))?.Name;
    }

    /// <summary>
    /// Whether the headings are perhaps those of private customers, whose ids are not contact ids. An account can also have added such columns to
    /// its contacts, so that only a person can tell.
    /// </summary>
    public static bool MayBeIndividuals(HashSet<string> folded) => folded.Overlaps(FirstNames) && PerhapsIndividuals.IsIn(folded);
}
