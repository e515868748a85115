using System.Collections.Immutable;

namespace Cadence.SellsyImport;

/// <summary>The fields that Cadence knows, with the headings that Sellsy's exports give them.</summary>
public static class LeadFields
{
    /// <summary>The Sellsy id of the contact, mandatory: the identity of a lead, never an e-mail, a phone or a name.</summary>
    public static LeadField SellsyContactId { get; } = new("SellsyContactId", LeadFieldKind.ContactId)
    {
        IsMandatory = true,
        MaxLength = 20,
        Aliases = ["id sellsy", "sellsy id", "id contact sellsy", "contact sellsy id", "contact id", "id contact", "identifiant", "id"],
    };

    /// <summary>The first name, mandatory, 50 characters.</summary>
    public static LeadField FirstName { get; } =
        Text("FirstName", 50, "prenom", "prenom contact", "first name", "forename", "given name") with
        {
            IsMandatory = true,
        };

    /// <summary>The last name, 75 characters.</summary>
    public static LeadField LastName { get; } =
        Text("LastName", 75, "nom de famille", "last name", "surname", "family name", "nom contact", "nom", "name");

    /// <summary>
    /// The full name of the Cadence user who will own the lead. Mandatory: this field or <see cref="OwnerSellsyId"/> must be mapped.
    /// </summary>
    public static LeadField Owner { get; } = new("Owner", LeadFieldKind.OwnerName)
    {
        IsMandatory = true,
        Aliases =
        [
            "proprietaire", "proprietaire contact", "proprietaire du contact", "nom du proprietaire", "contact owner", "owner name",
            "collaborateurs affectes", "collaborateur",
        ],
    };

    /// <summary>The Sellsy id of the owner; where it is mapped it stands for the owner's name.</summary>
    public static LeadField OwnerSellsyId { get; } = new("OwnerSellsyId", LeadFieldKind.OwnerId)
    {
        Aliases = ["id proprietaire", "id du proprietaire", "owner id", "sellsy owner id"],
    };

    /// <summary>The form of address.</summary>
    public static LeadField Civility { get; } = new("Civility", LeadFieldKind.Civility)
    {
        Aliases = ["civilite", "civilite contact", "civ", "titre", "title", "salutation"],
    };

    /// <summary>The job position, 100 characters.</summary>
    public static LeadField JobPosition { get; } =
        Text("JobPosition", 100, "fonction", "fonction contact", "poste", "position", "job title", "intitule du poste", "intitule de poste");

    /// <summary>The e-mail addresses; the first is the primary one.</summary>
    public static LeadField Email { get; } = new("Email", LeadFieldKind.Email)
    {
        Aliases =
        [
            "e mail", "email contact", "e mail contact", "adresse email", "adresse e mail", "adresse mail", "courriel", "mail",
            "email address", "e mail address",
        ],
    };

    /// <summary>The landline numbers.</summary>
    public static LeadField Phone { get; } = new("Phone", LeadFieldKind.Phone)
    {
        Aliases =
        [
            "telephone", "telephone contact", "tel", "telephone fixe", "numero de telephone", "numero de telephone fixe",
            "tel fixe", "phone number",
        ],
    };

    /// <summary>The mobile numbers.</summary>
    public static LeadField Mobile { get; } = new("Mobile", LeadFieldKind.Phone)
    {
        Aliases =
        [
            "mobile contact", "portable", "telephone mobile", "telephone portable", "numero de telephone portable",
            "numero de telephone mobile", "tel portable", "tel mobile", "mobile phone", "mobile phone number",
            "cell phone", "gsm", "mobile number",
        ],
    };

    /// <summary>The fax numbers.</summary>
    public static LeadField Fax { get; } = new("Fax", LeadFieldKind.Phone) { Aliases = ["fax contact", "fax number", "telecopie"] };

    /// <summary>The LinkedIn page.</summary>
    public static LeadField LinkedIn { get; } = new("LinkedIn", LeadFieldKind.WebAddress)
    {
        Aliases = ["linkedin contact", "profil linkedin", "linkedin url", "url linkedin", "social linkedin"],
    };

    /// <summary>The web site.</summary>
    public static LeadField Website { get; } = new("Website", LeadFieldKind.WebAddress)
    {
        Aliases = ["site web", "site internet", "web", "web contact", "web site", "page web", "web page"],
    };

    /// <summary>The note; HTML becomes text.</summary>
    public static LeadField Note { get; } = new("Note", LeadFieldKind.Note) { Aliases = ["notes", "contact note", "note contact"] };

    /// <summary>The birthday.</summary>
    public static LeadField Birthday { get; } = new("Birthday", LeadFieldKind.Date)
    {
        Aliases = ["anniversaire", "anniversaire contact", "date de naissance", "date d anniversaire", "birth date", "date of birth"],
    };

    /// <summary>The tags.</summary>
    public static LeadField Tags { get; } = new("Tags", LeadFieldKind.Tags)
    {
        Aliases = ["smart tags", "tag", "smart tag", "etiquettes", "etiquette"],
    };

    /// <summary>The Sellsy id of the company; if a cell holds several, the first counts.</summary>
    public static LeadField CompanySellsyId { get; } = new("CompanySellsyId", LeadFieldKind.CompanyId)
    {
        MaxLength = 20,
        Aliases = ["id societe sellsy", "id societe", "company id", "sellsy company id", "id client prospect fournisseur"],
    };

    /// <summary>The name of the company, 200 characters; if a cell holds several, the first counts.</summary>
    public static LeadField Company { get; } = new("Company", LeadFieldKind.CompanyName)
    {
        MaxLength = 200,
        Aliases =
        [
            "nom societe", "societe", "societes", "nom de la societe", "entreprise", "nom de l entreprise", "nom entreprise",
            "raison sociale", "organisation", "organization", "company name", "client", "tiers", "client prospects fournisseurs lies",
            "client prospects suppliers linked",
        ],
    };

    /// <summary>The e-mail address of the company.</summary>
    public static LeadField CompanyEmail { get; } = new("CompanyEmail", LeadFieldKind.Email)
    {
        Aliases = ["email societe", "e mail societe"],
    };

    /// <summary>The phone number of the company.</summary>
    public static LeadField CompanyPhone { get; } = new("CompanyPhone", LeadFieldKind.Phone)
    {
        Aliases = ["telephone societe", "tel societe"],
    };

    /// <summary>The web site of the company.</summary>
    public static LeadField CompanyWebsite { get; } = new("CompanyWebsite", LeadFieldKind.WebAddress)
    {
        Aliases = ["site web societe", "web societe"],
    };

    /// <summary>The size of the company, 25 characters.</summary>
    public static LeadField CompanySize { get; } = Text("CompanySize", 25, "effectif", "effectif societe", "taille societe");

    /// <summary>The type of the company: client, prospect or supplier.</summary>
    public static LeadField CompanyType { get; } = Text("CompanyType", 50, "type societe");

    /// <summary>The first line of the address.</summary>
    public static LeadField CompanyAddress { get; } =
        Text("CompanyAddress", 200, "adresse", "adresse partie 1", "adresse societe", "address");

    /// <summary>The second line of the address.</summary>
    public static LeadField CompanyAddress2 { get; } = Text("CompanyAddress2", 200, "adresse partie 2");

    /// <summary>The third line of the address.</summary>
    public static LeadField CompanyAddress3 { get; } = Text("CompanyAddress3", 200, "adresse partie 3");

    /// <summary>The fourth line of the address.</summary>
    public static LeadField CompanyAddress4 { get; } = Text("CompanyAddress4", 200, "adresse partie 4");

    /// <summary>The postal code, 10 characters: text, never a number.</summary>
    public static LeadField CompanyZipCode { get; } =
        Text("CompanyZipCode", 10, "code postal", "code postal societe", "cp", "zip code", "zip", "postal code", "postcode");

    /// <summary>The city, 100 characters.</summary>
    public static LeadField CompanyCity { get; } = Text("CompanyCity", 100, "ville", "ville societe", "city");

    /// <summary>The state or region, 100 characters.</summary>
    public static LeadField CompanyState { get; } = Text("CompanyState", 100, "etat", "state", "region");

    /// <summary>The country or its code, 100 characters.</summary>
    public static LeadField CompanyCountry { get; } =
        Text("CompanyCountry", 100, "pays", "code pays", "pays societe", "country", "country code");

    /// <summary>The SIREN of the company.</summary>
    public static LeadField CompanySiren { get; } = new("CompanySiren", LeadFieldKind.Siren)
    {
        Aliases = ["siren", "n siren", "n de siren", "numero siren", "siren societe"],
    };

    /// <summary>The SIRET of the company.</summary>
    public static LeadField CompanySiret { get; } = new("CompanySiret", LeadFieldKind.Siret)
    {
        Aliases = ["siret", "n siret", "n de siret", "numero siret", "siret societe"],
    };

    /// <summary>When the contact was created in Sellsy.</summary>
    public static LeadField CreatedInSellsy { get; } = new("CreatedInSellsy", LeadFieldKind.DateTime)
    {
        Aliases = ["date de creation", "date creation", "cree le", "created", "creation date", "created at", "created on"],
    };

    /// <summary>When the contact was last modified in Sellsy.</summary>
    public static LeadField ModifiedInSellsy { get; } = new("ModifiedInSellsy", LeadFieldKind.DateTime)
    {
        Aliases =
        [
            "date de derniere modification", "date de modification", "derniere modification", "modifie le", "updated", "updated at",
            "last modified",
        ],
    };

    /// <summary>Whether the contact subscribed to e-mail campaigns.</summary>
    public static LeadField EmailConsent { get; } = new("EmailConsent", LeadFieldKind.Consent)
    {
        Aliases =
        [
            "inscrit campagnes email", "desinscrit campagnes email", "desinscrit des campagnes email", "desinscrit email", "desinscrit", "desinscription",
            "desinscription email", "desabonne campagnes email", "desabonne des campagnes email", "desabonne email", "desabonne", "desabonnement",
            "desabonnement email", "unsubscribed", "unsubscribed email campaigns", "unsubscribed from email campaigns", "opt out", "optout", "opted out",
            "opt out email", "email opt out",
        ],
    };

    /// <summary>Whether the contact subscribed to SMS campaigns.</summary>
    public static LeadField SmsConsent { get; } = new("SmsConsent", LeadFieldKind.Consent)
    {
        Aliases =
        [
            "inscrit campagnes sms", "desinscrit campagnes sms", "desinscrit des campagnes sms", "desinscrit sms", "desinscription sms",
            "desabonne campagnes sms", "desabonne des campagnes sms", "desabonne sms", "desabonnement sms", "unsubscribed sms campaigns",
            "unsubscribed from sms campaigns", "opt out sms", "sms opt out",
        ],
    };

    /// <summary>All fields above, in the order in which a mapping shows them.</summary>
    public static ImmutableArray<LeadField> All { get; } =
    [
        SellsyContactId, FirstName, LastName, Owner, OwnerSellsyId, Civility, JobPosition, Email, Phone, Mobile, Fax, LinkedIn, Website,
        Note, Birthday, Tags, CompanySellsyId, Company, CompanyEmail, CompanyPhone, CompanyWebsite, CompanySize, CompanyType,
        CompanyAddress, CompanyAddress2, CompanyAddress3, CompanyAddress4, CompanyZipCode, CompanyCity, CompanyState, CompanyCountry,
        CompanySiren, CompanySiret, CreatedInSellsy, ModifiedInSellsy, EmailConsent, SmsConsent,
    ];

    private static LeadField Text(string name, int maxLength, params ImmutableArray<string> aliases) =>
        new(name, LeadFieldKind.Text) { MaxLength = maxLength, Aliases = aliases };
}
