using System.Collections.Immutable;
using System.Globalization;

namespace Cadence.SellsyImport.Sqlite;

internal sealed class LeadTable(SqliteSession session)
{
    private readonly SqliteStatement _any = session.Prepare("SELECT 1 FROM leads LIMIT 1");
    private readonly SqliteStatement _contains = session.Prepare("SELECT 1 FROM leads WHERE sellsy_contact_id = ?1");

    private readonly SqliteStatement _find = session.Prepare(
        """
        SELECT asked.key, lead_cadences.cadence
        FROM json_each(?1) AS asked
        CROSS JOIN leads ON leads.sellsy_contact_id = asked.value
        LEFT JOIN lead_cadences ON lead_cadences.lead_id = leads.id
        ORDER BY asked.key, lead_cadences.cadence
        """);

    private readonly SqliteStatement _add = session.Prepare(
        """
        INSERT INTO leads (
            sellsy_contact_id, first_name, last_name, owner_id, owner_name, owner_sellsy_id, civility, job_position, emails, phones,
            linkedin, website, birthday, tags, company_id, company_as_told, created_in_sellsy, modified_in_sellsy, email_consent,
            sms_consent, custom_values, unmapped_values, unread_values, created_by_import, created_by_batch, created_from_row, note)
        VALUES (
            ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
            ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
            ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)
        ON CONFLICT (sellsy_contact_id) DO NOTHING
        """);

    private readonly SqliteStatement _addOtherCompany = session.Prepare(
        "INSERT INTO lead_other_companies (lead_id, position, company_id) VALUES (?1, ?2, ?3)");

    private readonly LeadJson _json = new();

    public bool Contains(string sellsyContactId)
    {
        _contains.Bind(1, sellsyContactId);
        var found = _contains.Read();
        _contains.Reset();
        return found;
    }

    public ImmutableArray<ExistingLead> Find(ImmutableArray<string> sellsyContactIds)
    {
        // A first import asks an empty table for every contact of its file.
        var any = _any.Read();
        _any.Reset();
        if (!any || sellsyContactIds.IsEmpty)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<ExistingLead>();
        var cadences = ImmutableArray.CreateBuilder<string>();
        var current = -1L;
        _find.Bind(1, _json.Texts(sellsyContactIds));
        while (_find.Read())
        {
            if (_find.Number(0) != current)
            {
                AddFound();
                current = _find.Number(0);
            }

            if (_find.Text(1) is { } cadence)
            {
                cadences.Add(cadence);
            }
        }

        AddFound();
        _find.Reset();
        return found.DrainToImmutable();

        void AddFound()
        {
            if (current >= 0)
            {
                found.Add(new(sellsyContactIds[(int)current]) { RunningCadences = cadences.DrainToImmutable() });
            }
        }
    }

    /// <summary>Adds a lead; <see langword="false"/> where the contact is there already.</summary>
    public bool TryAdd(LeadEntry entry, StoredCompany? company, BatchOrigin origin)
    {
        BindPerson(entry);
        BindLists(entry.Lead);
        BindCompany(entry.Lead, company);
        BindFacts(entry.Lead);
        _add.Bind(24, origin.Import);
        _add.Bind(25, origin.Batch);
        _add.Bind(26, entry.Row);
        _add.Run();
        return session.LastStatementChangedRows;
    }

    /// <summary>Links a lead to a further company, after the one of its own row.</summary>
    public void AddOtherCompany(long leadId, int position, StoredCompany company)
    {
        _addOtherCompany.Bind(1, leadId);
        _addOtherCompany.Bind(2, position);
        _addOtherCompany.Bind(3, company.Id);
        _addOtherCompany.Run();
    }

    private void BindPerson(LeadEntry entry)
    {
        var lead = entry.Lead;
        _add.Bind(1, lead.SellsyContactId);
        _add.Bind(2, lead.FirstName);
        _add.Bind(3, lead.LastName);
        _add.Bind(4, entry.Owner.Id);
        _add.Bind(5, lead.NamedOwner.Name);
        _add.Bind(6, lead.NamedOwner.SellsyId);
        _add.Bind(7, lead.Civility);
        _add.Bind(8, lead.JobPosition);
        _add.Bind(11, lead.LinkedIn);
        _add.Bind(12, lead.Website);
        _add.Bind(27, lead.Note);
    }

    private void BindLists(Lead lead)
    {
        if (lead.Emails.Length > 0)
        {
            _add.Bind(9, _json.Emails(lead.Emails));
        }

        if (lead.Phones.Length > 0)
        {
            _add.Bind(10, _json.Phones(lead.Phones));
        }

        if (lead.Tags.Length > 0)
        {
            _add.Bind(14, _json.Texts(lead.Tags));
        }

        BindValues(21, lead.CustomValues);
        BindValues(22, lead.UnmappedValues);
        BindValues(23, lead.UnreadValues);
    }

    private void BindCompany(Lead lead, StoredCompany? company)
    {
        if (company is { } stored)
        {
            _add.Bind(15, stored.Id);
            if (CompanyFingerprint.Of(lead.Company!) != stored.Fingerprint)
            {
                _add.Bind(16, _json.Company(lead.Company!));
            }
        }
    }

    private void BindFacts(Lead lead)
    {
        Span<byte> day = stackalloc byte[10];
        if (lead.Birthday is { } birthday && birthday.TryFormat(day, out var length, "O", CultureInfo.InvariantCulture))
        {
            _add.Bind(13, day[..length]);
        }

        BindTime(17, lead.CreatedInSellsy);
        BindTime(18, lead.ModifiedInSellsy);
        BindConsent(19, lead.EmailConsent);
        BindConsent(20, lead.SmsConsent);
    }

    private void BindValues(int parameter, ImmutableArray<LeadValue> values)
    {
        if (values.Length > 0)
        {
            _add.Bind(parameter, _json.Values(values));
        }
    }

    private void BindTime(int parameter, DateTime? time)
    {
        Span<byte> text = stackalloc byte[32];
        if (time is { } value)
        {
            var format = value.Ticks % TimeSpan.TicksPerSecond == 0 ? "s" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
            value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
            _add.Bind(parameter, text[..length]);
        }
    }

    private void BindConsent(int parameter, bool? consent)
    {
        if (consent is { } given)
        {
            _add.Bind(parameter, given ? 1 : 0);
        }
    }
}
