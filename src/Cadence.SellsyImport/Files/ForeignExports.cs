using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Recognises Sellsy's other exports by headings that no contact export has. A first name makes a file a contact export, except among private
/// customers; so does a contact id, except among comments.
/// </summary>
internal static class ForeignExports
{
    public const string Comments = "comments";
    public const string Tasks = "tasks";
    public const string Companies = "companies";
    public const string Individuals = "individuals";
    public const string Opportunities = "opportunities";
    public const string Quotes = "quotes";
    public const string Products = "products";
    public const string Invoices = "invoices";

    private static readonly ImmutableArray<string> FirstNames = [.. FieldHeadings.Of(LeadFields.FirstName).Select(entry => entry.Heading)];

    public static string? Recognise(IReadOnlyList<string> headings)
    {
        var folded = SellsyHeadings.Fold(headings);
        if (folded.Overlaps(FirstNames))
        {
            return IsIndividuals(folded) ? Individuals : null;
        }

        if (folded.Overlaps(["id commentaire sellsy", "id commentaire parent"]))
        {
            return Comments;
        }

        if (folded.Overlaps(["contact id", "id contact", "id contact sellsy", "nom contact", "email contact"]) || HasPersonColumns(folded))
        {
            return null;
        }

        return IsTasks(folded) ? Tasks
            : IsProducts(folded) ? Products
            : IsOpportunities(folded) && !HasAddresses(folded) ? Opportunities
            : IsQuotes(folded) ? Quotes
            : IsInvoices(folded) ? Invoices
            : IsCompanies(folded) ? Companies
            : null;
    }

    /// <summary>
    /// Whether the headings are perhaps those of private customers, whose ids are not contact ids. An account can also have added such columns to
    /// its contacts, so that only a person can tell.
    /// </summary>
    public static bool MayBeIndividuals(HashSet<string> folded) =>
        folded.Overlaps(FirstNames) && !HasContactColumns(folded) && HasCustomerNumber(folded) && HasCustomerType(folded);

    private static bool IsIndividuals(HashSet<string> folded) =>
        HasCredit(folded) && (HasCustomerNumber(folded) || HasCustomerType(folded)) && !HasContactColumns(folded);

    /// <remarks>A private customer has neither a company nor a job.</remarks>
    private static bool HasContactColumns(HashSet<string> folded) => Count(
        folded, "contact id", "id contact", "fonction", "fonction contact", "poste", "position", "job title", "client prospects fournisseurs lies",
        "client prospects suppliers linked", "societe", "societes", "nom societe", "id societe sellsy", "company", "prenom contact") > 0;

    private static bool HasPersonColumns(HashSet<string> folded) => Count(
        folded, "civilite", "fonction", "anniversaire", "birthday", "client prospects fournisseurs lies", "client prospects suppliers linked") > 0;

    /// <summary>Whether somebody can be reached by these columns, which is not so of an opportunity.</summary>
    private static bool HasAddresses(HashSet<string> folded) =>
        Count(folded, "email", "e mail", "telephone", "phone", "mobile", "numero de telephone portable", "fax", "linkedin") > 0;

    private static bool HasCredit(HashSet<string> folded) => Count(folded, "encours", "encours autorise", "encours maximum", "outstanding", "outstanding amount") > 0;

    private static bool HasCustomerNumber(HashSet<string> folded) => Count(folded, "reference", "reference client", "ref", "code client") > 0;

    private static bool HasCustomerType(HashSet<string> folded) => Count(folded, "type", "type de client", "type client") > 0;

    private static bool IsTasks(HashSet<string> folded) =>
        folded.Contains("titre") && Count(folded, "terminee", "label", "createur", "objet lie") >= 2;

    private static bool IsProducts(HashSet<string> folded) =>
        folded.Contains("id produit") || (folded.Contains("nom commercial") && folded.Contains("reference"));

    private static bool IsOpportunities(HashSet<string> folded) =>
        Count(folded, "id opportunite", "id opportunite sellsy", "nom de l opportunite", "opportunite", "opportunity", "opportunity name") > 0
        || (Count(folded, "pipeline", "etape", "etape du pipeline", "stage", "step") > 0
            && Count(folded, "probabilite", "probability", "montant", "montant potentiel", "potentiel", "amount", "potential", "date d echeance", "due date") > 0);

    private static bool IsQuotes(HashSet<string> folded) =>
        Count(folded, "n devis", "n de devis", "numero de devis", "numero devis", "quote number", "estimate number") > 0
        || (HasDocumentAmount(folded) && Count(folded, "date d expiration", "date de validite", "valable jusqu au", "valide jusqu au", "expiration date", "expiry date", "valid until", "devis") > 0);

    private static bool IsInvoices(HashSet<string> folded) => HasDocumentAmount(folded);

    private static bool HasDocumentAmount(HashSet<string> folded) =>
        Count(folded, "numero", "number") > 0
        && Count(folded, "montant ttc", "montant ht", "total ttc", "total ht", "total incl tax", "total excl tax", "amount incl tax", "amount excl tax") > 0;

    /// <remarks>The list of companies has the column of their contacts, their credit or their VAT number, which a list of contacts lacks.</remarks>
    private static bool IsCompanies(HashSet<string> folded) =>
        Count(folded, "nom", "name", "raison sociale", "nom de la societe") > 0
        && ((Count(folded, "contacts", "contact principal", "main contact") > 0 && HasCompanyColumn(folded))
            || (HasCredit(folded) && HasCompanyColumn(folded))
            || (Count(folded, "n tva", "numero de tva", "tva intracommunautaire", "n tva intracommunautaire", "vat number") > 0 && Count(folded, "n siren", "siren", "siret", "n siret", "reference") > 0));

    private static bool HasCompanyColumn(HashSet<string> folded) =>
        HasCustomerNumber(folded) || HasCustomerType(folded) || Count(folded, "n siren", "siren", "siret", "n siret", "proprietaire", "owner") > 0;

    private static int Count(HashSet<string> folded, params ReadOnlySpan<string> headings)
    {
        var count = 0;
        foreach (var heading in headings)
        {
            count += folded.Contains(heading) ? 1 : 0;
        }

        return count;
    }
}
