namespace Cadence.SellsyImport.Testing;

/// <summary>A column that the generator can write. Its heading depends on the family: see <see cref="SellsyExportGenerator.Headings"/>.</summary>
public enum SellsyExportColumn
{
    /// <summary>The Sellsy id of the contact; never blank, and each id once.</summary>
    ContactId,

    /// <summary>The first name; never blank.</summary>
    FirstName,

    /// <summary>The last name.</summary>
    LastName,

    /// <summary>The form of address.</summary>
    Civility,

    /// <summary>When the contact was created: day, month, year, hour and minute.</summary>
    CreatedAt,

    /// <summary>When the contact was last modified: day, month, year, hour and minute.</summary>
    ModifiedAt,

    /// <summary>The job position.</summary>
    JobPosition,

    /// <summary>One e-mail address, under a domain that RFC 2606 keeps free of people.</summary>
    Email,

    /// <summary>A landline number out of those that ARCEP keeps for fiction, in one of several spellings.</summary>
    Phone,

    /// <summary>A mobile number out of those that ARCEP keeps for fiction, in one of several spellings.</summary>
    Mobile,

    /// <summary>A note with quotes and separators, over several lines where the options say so.</summary>
    Note,

    /// <summary>The Sellsy id of the company.</summary>
    CompanyId,

    /// <summary>The type of the company.</summary>
    CompanyType,

    /// <summary>The name of the company, without commas.</summary>
    Company,

    /// <summary>The e-mail address of the company.</summary>
    CompanyEmail,

    /// <summary>A fax number.</summary>
    Fax,

    /// <summary>A web site.</summary>
    Website,

    /// <summary>The birthday: day, month, year.</summary>
    Birthday,

    /// <summary>A Twitter account.</summary>
    Twitter,

    /// <summary>A LinkedIn page.</summary>
    LinkedIn,

    /// <summary>A Facebook page.</summary>
    Facebook,

    /// <summary>A Viadeo page, which nobody has any more: always blank.</summary>
    Viadeo,

    /// <summary>One to three tags, separated by commas.</summary>
    Tags,

    /// <summary>Whether the contact subscribed to e-mail campaigns: <c>Y</c> or <c>N</c>.</summary>
    EmailConsent,

    /// <summary>Whether the contact subscribed to SMS campaigns: <c>Y</c> or <c>N</c>.</summary>
    SmsConsent,

    /// <summary>Whether this is the company's main contact: <c>Y</c> or <c>N</c>.</summary>
    MainContact,

    /// <summary>Whether invoices are sent to the contact: <c>Y</c> or <c>N</c>.</summary>
    InvoicingContact,

    /// <summary>Whether reminders are sent to the contact: <c>Y</c> or <c>N</c>.</summary>
    ReminderContact,

    /// <summary>The name of the address.</summary>
    AddressName,

    /// <summary>The first line of the address.</summary>
    AddressLine1,

    /// <summary>The second line of the address.</summary>
    AddressLine2,

    /// <summary>The third line of the address: always blank.</summary>
    AddressLine3,

    /// <summary>The fourth line of the address: always blank.</summary>
    AddressLine4,

    /// <summary>The postal code, some with a leading zero.</summary>
    ZipCode,

    /// <summary>The city.</summary>
    City,

    /// <summary>The region.</summary>
    State,

    /// <summary>The code of the country.</summary>
    Country,

    /// <summary>The Sellsy id of the address.</summary>
    AddressId,

    /// <summary>The SIRET of the company, with valid check digits.</summary>
    Siret,

    /// <summary>The phone number of the company.</summary>
    CompanyPhone,

    /// <summary>The owner as <c>Prénom NOM</c>; never blank. One of <see cref="SellsyExportGenerator.Users"/>.</summary>
    Owner,
}
