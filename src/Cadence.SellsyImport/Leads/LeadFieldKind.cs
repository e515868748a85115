namespace Cadence.SellsyImport;

/// <summary>What the values of a field are, and so how they are read and checked.</summary>
public enum LeadFieldKind
{
    /// <summary>One line of text, kept as it is spelt.</summary>
    Text,

    /// <summary>The Sellsy id of the contact: digits only, the identity of a lead.</summary>
    ContactId,

    /// <summary>The full name of the Cadence user who will own the lead.</summary>
    OwnerName,

    /// <summary>The Sellsy id of the owner: digits only.</summary>
    OwnerId,

    /// <summary>A form of address: Monsieur, Madame; anything else is kept as text.</summary>
    Civility,

    /// <summary>One or several e-mail addresses.</summary>
    Email,

    /// <summary>One or several phone numbers.</summary>
    Phone,

    /// <summary>A web address, with or without its scheme.</summary>
    WebAddress,

    /// <summary>Several lines of text; HTML becomes plain text with its line breaks.</summary>
    Note,

    /// <summary>A day without a time, such as a birthday.</summary>
    Date,

    /// <summary>A day with or without a time of day; no time zone.</summary>
    DateTime,

    /// <summary>Several short texts separated by commas, semicolons, bars or line breaks.</summary>
    Tags,

    /// <summary>Yes or no; a blank is neither, and never a consent.</summary>
    Consent,

    /// <summary>The Sellsy id of a company, digits only. If a cell holds several, the first counts.</summary>
    CompanyId,

    /// <summary>The name of a company. If a cell holds several, the first counts.</summary>
    CompanyName,

    /// <summary>A French SIREN: nine digits with their check digit (INSEE).</summary>
    Siren,

    /// <summary>A French SIRET: fourteen digits with their check digit (INSEE).</summary>
    Siret,

    /// <summary>
    /// A number with a decimal comma, such as <c>1 234,50</c>; kept without groups and with a decimal point: <c>1234.5</c>. For fields of the host.
    /// </summary>
    Number,

    /// <summary>Yes or no, kept as <c>true</c> or <c>false</c>. For fields of the host.</summary>
    YesNo,

    /// <summary>One of <see cref="LeadField.Choices"/>, kept in its spelling. For fields of the host.</summary>
    Choice,
}
