using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Recognises the exports of other programs by their headings, English and French. A file with a heading that only Sellsy writes is none of
/// them, whatever columns the account has added.
/// </summary>
internal static class ForeignPrograms
{
    /// <summary>In the order in which they are tried: what several programs write stands with the one that needs less beside it later.</summary>
    private static readonly ImmutableArray<ExportSignature> Signatures =
    [
        new(
            "Google Contacts",
            ["e mail 1 value|e mail 1 label|e mail 1 type|phone 1 value|phone 1 label|phone 1 type|group membership|yomi name|phonetic first name"]),
        new(
            "Mailchimp",
            ["leid", "euid"],
            ["member rating"],
            ["optin time", "confirm time|last changed|optin ip"]),
        new(
            "Brevo",
            ["contact id", "sms|whatsapp|ext id|opt in|double opt in|added time|modified time"],
            ["added time", "modified time"],
            ["double opt in", "email"],
            ["ext id", "sms|whatsapp|landline number"],
            ["email", "sms", "nom|lastname|prenom|firstname", "!telephone|phone|mobile|portable"]),
        new(
            "Pipedrive",
            [
                "person name|person id|person first name",
                "person organization|person email*|person phone*|person owner|person last name|person label*",
            ],
            [
                "personne nom|personne id|personne prenom",
                "personne organisation|personne e mail*|personne telephone*|personne proprietaire|personne nom de famille|personne etiquette*",
            ],
            ["organization name", "organization owner|organization people|organization address|organization open deals|organization label*"],
            ["organisation nom", "organisation proprietaire|organisation personnes|organisation adresse|organisation etiquette*"],
            ["deal title|deal id", "deal owner|deal stage|deal status|deal value|deal organization|deal contact person"],
            ["person created|personne creee"],
            ["id", "organization", "label|labels", "owner"],
            ["id", "organisation", "etiquette|etiquettes", "proprietaire"],
            ["open deals|closed deals|won deals|lost deals", "name|first name|organization|owner|email|next activity date"],
            [
                "affaires ouvertes|affaires en cours|affaires fermees|affaires conclues|affaires gagnees",
                "nom|prenom|organisation|proprietaire|e mail",
            ],
            ["next activity date", "organization|label|labels"],
            ["date de la prochaine activite|prochaine activite", "organisation|etiquette|etiquettes"]),
        new(
            "Zoho",
            ["contact owner id|account name id|company name id|vendor name id|created by id|modified by id|lead owner id"],
            ["proprietaire de contact id|proprietaire du contact id|nom du compte id|nom de la societe id|cree par id|modifie par id"],
            ["created time", "contact owner|modified time|lead owner|account name|email opt out"],
            ["contact id", "contact owner", "mobile|other phone|home phone|email opt out|tag"],
            ["record id", "account name|modified time|email opt out|unsubscribed mode|last activity time"],
            ["heure de creation|heure de modification|heure de la derniere activite", "prenom|nom|proprietaire*|e mail|email"],
            ["proprietaire de contact|proprietaire de prospect", "nom du compte|nom de la societe|source de prospect*|refus d e mail*"],
            [
                "id d enregistrement|identifiant d enregistrement|id de l enregistrement|identifiant de l enregistrement",
                "nom du compte|proprietaire de contact|proprietaire du contact|source de prospect*|source du prospect",
            ]),
        new(
            "HubSpot",
            ["record id contact|record id company|hs object id|hubspot owner id|hubspot score|id de fiche d informations*"],
            [
                "record id|contact id",
                "contact owner|lead status|lifecycle stage|create date|associated company*|marketing contact status|last activity date",
            ],
            ["lifecycle stage|marketing contact status|lifecyclestage", "first name|firstname|email|contact owner|lead status"],
            ["contact owner", "lead status", "create date|last activity date|associated company*|phone number"],
            [
                "statut du lead|phase du cycle de vie|etape du cycle de vie|statut du contact marketing|statut de contact marketing",
                "prenom|nom|proprietaire*|e mail|email|adresse e mail",
            ],
            ["proprietaire du contact", "entreprise associee*|date de derniere activite|date de la derniere activite|numero de telephone mobile"]),
        new(
            "Dynamics",
            ["do not modify *"],
            ["ne pas modifier *"],
            ["emailaddress1"],
            ["contactid", "fullname|parentcustomerid*|firstname"],
            ["full name", "business phone", "company name|parent customer|account name|status reason|email"],
            [
                "nom complet",
                "telephone professionnel",
                "nom de la societe|client parent|compte parent|raison du statut|courrier electronique|e mail",
            ]),
        new(
            "Salesforce",
            ["systemmodstamp|masterrecordid"],
            ["accountid", "lastname|firstname|ownerid|name"],
            ["contact id", "account name|account id"],
            [
                "account name",
                "mailing street|mailing city|mailing state*|mailing zip*|mailing country|account owner|contact owner|contact owner alias|reports to",
            ],
            ["mailing street", "mailing city"],
            [
                "nom du compte",
                "proprietaire du compte|proprietaire du contact|id du contact|rue adresse postale*|ville adresse postale*|adresse postale*",
            ],
            ["rue postale|rue adresse postale", "ville postale|ville adresse postale"]),
        new(
            "Odoo",
            [
                "external id|id externe|identifiant externe",
                "display name|complete name|name|nom|nom affiche|nom complet|nom d affichage",
                "!first name|firstname|prenom",
            ],
            ["is a company|est une societe|est une entreprise"],
            ["salesperson", "activities|related company*|display name|complete name"],
            ["vendeur", "activites|societe liee*|nom affiche|nom complet|nom d affichage"],
            ["display name|complete name", "parent id*|user id*|country id*|category id*"]),
        new(
            "noCRM",
            ["client folder*|dossier client*", "step|etape|status|statut|title|titre|amount|montant|lead|opportunite"],
            ["remind date|remind time|date de rappel", "step|etape|status|statut"],
            ["lead id|id du lead|lead", "step|etape", "amount|montant|pipeline|user|utilisateur|probability|probabilite"]),
        new(
            "Axonaut",
            ["axonaut*|id axonaut"],
            ["id", "commercial", "societe", "email|portable|civilite|fonction"],
            ["est prospect|est un prospect", "est client|est un client"]),
        new(
            "Outlook",
            ["e mail display name|e mail 2 display name|nom complet de l adresse de messagerie*|type de messagerie"],
            ["business street|business city|business postal code|business country region", "first name|last name|e mail address|company|home street"],
            ["business phone", "home phone", "first name|last name|e mail address"],
            ["adresse de messagerie|adresse de courrier*", "rue bureau|telephone bureau|telephone domicile|tel mobile|deuxieme prenom"],
            ["rue bureau", "ville bureau|code postal bureau|telephone bureau"],
            ["deuxieme prenom", "suffixe"]),
    ];

    /// <summary>The name of the program whose export a file is by its headings, or null.</summary>
    public static string? Recognise(IEnumerable<string> headings)
    {
        var folded = SellsyHeadings.Fold(headings);
        return SellsyHeadings.AreIn(folded) ? null : Signatures.FirstOrDefault(signature => signature.IsIn(folded))?.Name;
    }
}
