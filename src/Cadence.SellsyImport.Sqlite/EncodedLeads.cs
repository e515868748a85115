using System.Collections.Immutable;
using System.Numerics;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// The texts of some leads as UTF-8, ready to be bound to the parameters 1 to 24 of a statement that writes a row of <c>leads</c>. Filled by one
/// thread, then read by another.
/// </summary>
internal sealed class EncodedLeads
{
    /// <summary>The columns, in the order of the parameters; the note is last, because it may be long.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "sellsy_contact_id", "first_name", "last_name", "owner_id", "owner_name", "owner_sellsy_id", "civility", "job_position",
        "emails", "phones", "linkedin", "website", "birthday", "tags", "company_id", "company_as_told", "created_in_sellsy",
        "modified_in_sellsy", "email_consent", "sms_consent", "custom_values", "unmapped_values", "unread_values", "note",
    ];

    private const int CompanyId = 15;
    private const int IncomingCompany = 16;
    private const int EmailConsent = 19;
    private const int SmsConsent = 20;
    private const int MostBytesOfTime = 32;

    private readonly Utf8Buffer _utf8 = new();
    private readonly List<int> _ends = [];
    private readonly List<Encoded> _leads = [];
    private uint _parameters;

    public int Count => _leads.Count;

    public void Clear()
    {
        _utf8.Clear();
        _ends.Clear();
        _leads.Clear();
    }

    public void Add(Lead lead, string ownerId)
    {
        var firstEnd = _ends.Count;
        _parameters = 0;
        AddPerson(lead, ownerId);
        AddLists(lead);
        Add(11, lead.LinkedIn);
        Add(12, lead.Website);
        if (lead.Birthday is { } birthday)
        {
            _utf8.Append(birthday, MostBytesOfTime, "O");
            End(13);
        }

        if (lead.Tags.Length > 0)
        {
            _utf8.AppendTexts(lead.Tags);
            End(14);
        }

        if (lead.Company is { } company)
        {
            _utf8.AppendCompany(company);
            End(IncomingCompany);
        }

        AddTime(17, lead.CreatedInSellsy);
        AddTime(18, lead.ModifiedInSellsy);
        AddValues(21, lead.CustomValues);
        AddValues(22, lead.UnmappedValues);
        AddValues(23, lead.UnreadValues);
        Add(24, lead.Note);
        _leads.Add(new(firstEnd, _parameters));
    }

    /// <summary>Reserves the position of an entry that is not bound from this buffer.</summary>
    public void AddNothing() => _leads.Add(default);

    /// <summary>Binds the lead at an index. The incoming company is left out if the stored company has the same values.</summary>
    public void Bind(SqliteStatement statement, int index, Lead lead, StoredCompany? company)
    {
        var encoded = _leads[index];
        var end = encoded.FirstEnd;
        for (var left = encoded.Parameters; left != 0; left &= left - 1)
        {
            var parameter = BitOperations.TrailingZeroCount(left);
            var text = _utf8[(end == 0 ? 0 : _ends[end - 1]).._ends[end]];
            if (parameter != IncomingCompany || (company is { Values: { } values } ? !text.SequenceEqual(values) : company is null))
            {
                statement.Bind(parameter, text);
            }

            end++;
        }

        statement.Bind(CompanyId, company?.Id);
        BindConsent(statement, EmailConsent, lead.EmailConsent);
        BindConsent(statement, SmsConsent, lead.SmsConsent);
    }

    private static void BindConsent(SqliteStatement statement, int parameter, bool? consent)
    {
        if (consent is { } given)
        {
            statement.Bind(parameter, given ? 1L : 0L);
        }
    }

    private void AddPerson(Lead lead, string ownerId)
    {
        Add(1, lead.SellsyContactId);
        Add(2, lead.FirstName);
        Add(3, lead.LastName);
        Add(4, ownerId);
        Add(5, lead.NamedOwner.Name);
        Add(6, lead.NamedOwner.SellsyId);
        Add(7, lead.Civility);
        Add(8, lead.JobPosition);
    }

    private void AddLists(Lead lead)
    {
        if (lead.Emails.Length > 0)
        {
            _utf8.AppendEmails(lead.Emails);
            End(9);
        }

        if (lead.Phones.Length > 0)
        {
            _utf8.AppendPhones(lead.Phones);
            End(10);
        }
    }

    private void AddTime(int parameter, DateTime? time)
    {
        if (time is { } value)
        {
            _utf8.Append(value, MostBytesOfTime, value.Ticks % TimeSpan.TicksPerSecond == 0 ? "s" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF");
            End(parameter);
        }
    }

    private void AddValues(int parameter, ImmutableArray<LeadValue> values)
    {
        if (values.Length > 0)
        {
            _utf8.AppendValues(values);
            End(parameter);
        }
    }

    private void Add(int parameter, string? text)
    {
        if (text is not null)
        {
            _utf8.Append(text);
            End(parameter);
        }
    }

    private void End(int parameter)
    {
        _ends.Add(_utf8.Length);
        _parameters |= 1u << parameter;
    }

    /// <param name="FirstEnd">The index of the end of its first text.</param>
    /// <param name="Parameters">A bit for each parameter that has a text.</param>
    private readonly record struct Encoded(int FirstEnd, uint Parameters);
}
