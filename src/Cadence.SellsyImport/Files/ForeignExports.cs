using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Recognises Sellsy's other exports by headings that no contact export has. A first name makes a file a contact export, whatever else it
/// holds; so does a contact id, except among comments.
/// </summary>
internal static class ForeignExports
{
    public const string Comments = "comments";
    public const string Tasks = "tasks";
    public const string Companies = "companies";
    public const string Products = "products";
    public const string Invoices = "invoices";

    private static readonly ImmutableArray<string> FirstNames = [.. FieldHeadings.Of(LeadFields.FirstName).Select(entry => entry.Heading)];

    public static string? Recognise(IReadOnlyList<string> headings)
    {
        var folded = headings.Select(TextFolding.Heading).ToHashSet(StringComparer.Ordinal);
        if (folded.Overlaps(FirstNames))
        {
            return null;
        }

        if (folded.Overlaps(["id commentaire sellsy", "id commentaire parent"]))
        {
            return Comments;
        }

        if (folded.Overlaps(["contact id", "id contact", "id contact sellsy", "nom contact", "email contact"]))
        {
            return null;
        }

        return IsTasks(folded) ? Tasks
            : IsProducts(folded) ? Products
            : IsInvoices(folded) ? Invoices
            : IsCompanies(folded) ? Companies
            : null;
    }

    private static bool IsTasks(HashSet<string> folded) =>
        folded.Contains("titre") && Count(folded, "terminee", "label", "createur", "objet lie") >= 2;

    private static bool IsProducts(HashSet<string> folded) =>
        folded.Contains("id produit") || (folded.Contains("nom commercial") && folded.Contains("reference"));

    private static bool IsInvoices(HashSet<string> folded) =>
        Count(folded, "numero", "number") > 0 && Count(folded, "montant ttc", "montant ht", "total ttc", "total ht") > 0;

    /// <remarks>The list of companies has the column of their contacts, which a list of contacts lacks.</remarks>
    private static bool IsCompanies(HashSet<string> folded) =>
        Count(folded, "contacts") > 0 && Count(folded, "nom", "name") > 0 && Count(folded, "n siren", "siren", "proprietaire", "owner") > 0;

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
