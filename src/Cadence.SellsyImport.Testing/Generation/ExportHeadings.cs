using System.Collections.Immutable;

namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>The heading of every column in the three families. The order is that of an export with all columns.</summary>
internal static class ExportHeadings
{
    private static readonly ImmutableArray<(SellsyExportColumn Column, string A, string B, string C)> Table =
    [
        (SellsyExportColumn.ContactId, "CONTACT ID", "ID Sellsy", "Sellsy ID"),
        (SellsyExportColumn.FirstName, "PRENOM CONTACT", "Prénom", "First name"),
        (SellsyExportColumn.LastName, "NOM CONTACT", "Nom", "Name"),
        (SellsyExportColumn.Civility, "CIVILITE CONTACT", "Civilité", "Title"),
        (SellsyExportColumn.CreatedAt, "DATE DE CREATION", "Date de création", "Creation date"),
        (SellsyExportColumn.ModifiedAt, "DATE DE DERNIERE MODIFICATION", "Date de dernière modification", "Last modified"),
        (SellsyExportColumn.JobPosition, "FONCTION CONTACT", "Fonction", "Position"),
        (SellsyExportColumn.Email, "EMAIL CONTACT", "E-mail", "Email"),
        (SellsyExportColumn.Phone, "TELEPHONE CONTACT", "Téléphone", "Phone"),
        (SellsyExportColumn.Mobile, "MOBILE CONTACT", "Numéro de téléphone portable", "Mobile"),
        (SellsyExportColumn.Note, "CONTACT NOTE", "Note", "Note"),
        (SellsyExportColumn.CompanyId, "ID SOCIETE SELLSY", "ID société Sellsy", "Company ID"),
        (SellsyExportColumn.CompanyType, "TYPE SOCIETE", "Type société", "Company type"),
        (SellsyExportColumn.Company, "NOM SOCIETE", "Client / prospects / fournisseurs liés", "Client/prospects/suppliers linked"),
        (SellsyExportColumn.CompanyEmail, "EMAIL SOCIETE", "Email société", "Company email"),
        (SellsyExportColumn.Fax, "FAX CONTACT", "Fax", "Fax"),
        (SellsyExportColumn.Website, "WEB CONTACT", "Site web", "Website"),
        (SellsyExportColumn.Birthday, "ANNIVERSAIRE CONTACT", "Anniversaire", "Birthday"),
        (SellsyExportColumn.Twitter, "TWITTER CONTACT", "Twitter", "Twitter"),
        (SellsyExportColumn.LinkedIn, "LINKEDIN CONTACT", "LinkedIN", "linkedIN"),
        (SellsyExportColumn.Facebook, "FACEBOOK CONTACT", "Facebook", "Facebook"),
        (SellsyExportColumn.Viadeo, "VIADEO CONTACT", "Viadeo", "Viadeo"),
        (SellsyExportColumn.Tags, "SMART TAGS", "Smart-tags", "Smart-tags"),
        (SellsyExportColumn.EmailConsent, "INSCRIT CAMPAGNES EMAIL", "Inscrit campagnes email", "Email campaigns"),
        (SellsyExportColumn.SmsConsent, "INSCRIT CAMPAGNES SMS", "Inscrit campagnes SMS", "SMS campaigns"),
        (SellsyExportColumn.MainContact, "CONTACT PRINCIPAL", "Contact principal", "Main contact"),
        (SellsyExportColumn.InvoicingContact, "CONTACT DE FACTURATION", "Contact de facturation", "Invoicing contact"),
        (SellsyExportColumn.ReminderContact, "CONTACT DE RELANCE", "Contact de relance", "Reminder contact"),
        (SellsyExportColumn.AddressName, "NOM ADRESSE", "Nom adresse", "Address name"),
        (SellsyExportColumn.AddressLine1, "ADRESSE PARTIE 1", "Adresse", "Address"),
        (SellsyExportColumn.AddressLine2, "ADRESSE PARTIE 2", "Adresse partie 2", "Address line 2"),
        (SellsyExportColumn.AddressLine3, "ADRESSE PARTIE 3", "Adresse partie 3", "Address line 3"),
        (SellsyExportColumn.AddressLine4, "ADRESSE PARTIE 4", "Adresse partie 4", "Address line 4"),
        (SellsyExportColumn.ZipCode, "CODE POSTAL", "Code postal", "Zip code"),
        (SellsyExportColumn.City, "VILLE", "Ville", "City"),
        (SellsyExportColumn.State, "ETAT", "État", "State"),
        (SellsyExportColumn.Country, "CODE PAYS", "Pays", "Country"),
        (SellsyExportColumn.AddressId, "ID ADRESSE SELLSY", "ID adresse Sellsy", "Address ID"),
        (SellsyExportColumn.Siret, "SIRET SOCIETE", "N° SIRET", "SIRET"),
        (SellsyExportColumn.CompanyPhone, "TELEPHONE SOCIETE", "Téléphone société", "Company phone"),
        (SellsyExportColumn.Owner, "PROPRIETAIRE", "Propriétaire", "Owner"),
    ];

    public static ImmutableArray<SellsyExportColumn> AllColumns(HeadingFamily family) =>
        [.. Table.Select(entry => entry.Column).Where(column => IsWrittenBy(column, family))];

    public static string Of(SellsyExportColumn column, HeadingFamily family)
    {
        var (_, a, b, c) = Table.First(entry => entry.Column == column);
        return family switch
        {
            HeadingFamily.ImportTemplate => a,
            HeadingFamily.FrenchList => b,
            _ => c,
        };
    }

    private static bool IsWrittenBy(SellsyExportColumn column, HeadingFamily family) => family == HeadingFamily.ImportTemplate
        ? column != SellsyExportColumn.Owner
        : column is not (SellsyExportColumn.Viadeo or SellsyExportColumn.ReminderContact or SellsyExportColumn.AddressLine3
            or SellsyExportColumn.AddressLine4 or SellsyExportColumn.AddressId);
}
