using System.Collections.Immutable;
using System.Globalization;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Binds the values of a lead to the parameters 1 to 24 of a statement that writes a row of <c>leads</c>.</summary>
internal sealed class LeadBinder
{
    /// <summary>The columns, in the order of the parameters; the note is last, because it may be long.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "sellsy_contact_id", "first_name", "last_name", "owner_id", "owner_name", "owner_sellsy_id", "civility", "job_position",
        "emails", "phones", "linkedin", "website", "birthday", "tags", "company_id", "company_as_told", "created_in_sellsy",
        "modified_in_sellsy", "email_consent", "sms_consent", "custom_values", "unmapped_values", "unread_values", "note",
    ];

    private readonly LeadJson _json = new();

    public void Bind(SqliteStatement statement, Lead lead, string ownerId, StoredCompany? company)
    {
        BindPerson(statement, lead, ownerId);
        BindLists(statement, lead);
        BindCompany(statement, lead, company);
        BindFacts(statement, lead);
    }

    private static void BindPerson(SqliteStatement statement, Lead lead, string ownerId)
    {
        statement.Bind(1, lead.SellsyContactId);
        statement.Bind(2, lead.FirstName);
        statement.Bind(3, lead.LastName);
        statement.Bind(4, ownerId);
        statement.Bind(5, lead.NamedOwner.Name);
        statement.Bind(6, lead.NamedOwner.SellsyId);
        statement.Bind(7, lead.Civility);
        statement.Bind(8, lead.JobPosition);
        statement.Bind(11, lead.LinkedIn);
        statement.Bind(12, lead.Website);
        statement.Bind(24, lead.Note);
    }

    private static void BindFacts(SqliteStatement statement, Lead lead)
    {
        Span<byte> day = stackalloc byte[10];
        if (lead.Birthday is { } birthday && birthday.TryFormat(day, out var length, "O", CultureInfo.InvariantCulture))
        {
            statement.Bind(13, day[..length]);
        }

        BindTime(statement, 17, lead.CreatedInSellsy);
        BindTime(statement, 18, lead.ModifiedInSellsy);
        BindConsent(statement, 19, lead.EmailConsent);
        BindConsent(statement, 20, lead.SmsConsent);
    }

    private static void BindTime(SqliteStatement statement, int parameter, DateTime? time)
    {
        Span<byte> text = stackalloc byte[32];
        if (time is { } value)
        {
            var format = value.Ticks % TimeSpan.TicksPerSecond == 0 ? "s" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
            value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
            statement.Bind(parameter, text[..length]);
        }
    }

    private static void BindConsent(SqliteStatement statement, int parameter, bool? consent)
    {
        if (consent is { } given)
        {
            statement.Bind(parameter, given ? 1L : 0L);
        }
    }

    private void BindLists(SqliteStatement statement, Lead lead)
    {
        if (lead.Emails.Length > 0)
        {
            statement.Bind(9, _json.Emails(lead.Emails));
        }

        if (lead.Phones.Length > 0)
        {
            statement.Bind(10, _json.Phones(lead.Phones));
        }

        if (lead.Tags.Length > 0)
        {
            statement.Bind(14, _json.Texts(lead.Tags));
        }

        BindValues(statement, 21, lead.CustomValues);
        BindValues(statement, 22, lead.UnmappedValues);
        BindValues(statement, 23, lead.UnreadValues);
    }

    private void BindValues(SqliteStatement statement, int parameter, ImmutableArray<LeadValue> values)
    {
        if (values.Length > 0)
        {
            statement.Bind(parameter, _json.Values(values));
        }
    }

    private void BindCompany(SqliteStatement statement, Lead lead, StoredCompany? company)
    {
        if (company is { } stored)
        {
            statement.Bind(15, stored.Id);
            if (CompanyFingerprint.Of(lead.Company!) != stored.Fingerprint)
            {
                statement.Bind(16, _json.Company(lead.Company!));
            }
        }
    }
}
