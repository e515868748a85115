using System.Collections.Immutable;
using System.Globalization;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Reads complete leads, as they were written.</summary>
internal sealed class LeadReader(SqliteSession session)
{
    private const int FirstOwnerColumn = 24;
    private const int FirstFactColumn = FirstOwnerColumn + 6;
    private const int FirstCompanyColumn = FirstFactColumn + 7;

    private readonly SqliteStatement _read = session.Prepare(
        $"""
        SELECT {string.Join(", ", EncodedLeads.Columns.Select(column => $"leads.{column}"))},
            users.first_name, users.last_name, users.email, users.sellsy_id, users.is_active, users.sellsy_ids,
            leads.id, leads.version, leads.edits, leads.created_by_import, leads.created_by_batch,
            EXISTS (SELECT 1 FROM lead_other_companies WHERE lead_id = leads.id),
            (SELECT json_group_array(cadence ORDER BY cadence) FROM lead_cadences WHERE lead_id = leads.id HAVING count(*) > 0),
            {CompanyColumns}
        FROM json_each(?1) AS asked
        CROSS JOIN leads ON leads.sellsy_contact_id = asked.value AND leads.sellsy_account = ?2
        LEFT JOIN users ON users.id = leads.owner_id
        LEFT JOIN companies ON companies.id = leads.company_id
        """);

    private readonly SqliteStatement _readOtherCompanies = session.Prepare(
        $"""
        SELECT as_told, {CompanyColumns} FROM lead_other_companies JOIN companies ON companies.id = company_id
        WHERE lead_id = ?1 ORDER BY position
        """);

    private readonly Utf8Buffer _json = new();

    private static string CompanyColumns => "companies." + CompanyTable.Columns.Replace(", ", ", companies.", StringComparison.Ordinal);

    public List<LeadRow> Read(string sellsyAccount, IEnumerable<string> sellsyContactIds)
    {
        List<LeadRow> leads = [];
        if (session.Leads.IsEmpty())
        {
            return leads;
        }

        _json.Clear();
        _json.AppendTexts([.. sellsyContactIds]);
        _read.Bind(1, _json.Written);
        _read.Bind(2, sellsyAccount);
        while (_read.Read())
        {
            leads.Add(Stored(sellsyAccount));
        }

        _read.Reset();
        return leads;
    }

    private LeadRow Stored(string sellsyAccount)
    {
        var owner = new CadenceUser(_read.Text(3)!, _read.Text(FirstOwnerColumn) ?? "", _read.Text(FirstOwnerColumn + 1) ?? "")
        {
            Email = _read.Text(FirstOwnerColumn + 2),
            SellsyId = _read.Text(FirstOwnerColumn + 3),
            IsActive = _read.NumberOrNull(FirstOwnerColumn + 4) is not 0,
            SellsyIds = StoredJson.SellsyIds(_read, FirstOwnerColumn + 5),
        };
        var version = new LeadVersion(Lead(sellsyAccount), owner, _read.Number(FirstFactColumn + 1))
        {
            RunningCadences = StoredJson.Texts(_read, FirstFactColumn + 6),
        };
        BatchOrigin? origin = _read.IsNull(FirstFactColumn + 3)
            ? null
            : new(_read.Number(FirstFactColumn + 3), (int)_read.Number(FirstFactColumn + 4));
        return new(version, _read.Number(FirstFactColumn + 2), origin);
    }

    private Lead Lead(string sellsyAccount) => new()
    {
        SellsyAccount = sellsyAccount,
        SellsyContactId = _read.Text(0)!,
        FirstName = _read.Text(1),
        LastName = _read.Text(2),
        NamedOwner = new(_read.Text(4), _read.Text(5)),
        Civility = _read.Text(6),
        JobPosition = _read.Text(7),
        Emails = StoredJson.Emails(_read, 8),
        Phones = StoredJson.Phones(_read, 9),
        LinkedIn = _read.Text(10),
        Website = _read.Text(11),
        Birthday = Day(_read.Text(12)),
        Tags = StoredJson.Texts(_read, 13),
        Company = _read.IsNull(14) ? null : StoredJson.Company(_read, 15) ?? CompanyTable.Company(_read, FirstCompanyColumn),
        OtherCompanies = _read.Number(FirstFactColumn + 5) == 0 ? [] : OtherCompanies(_read.Number(FirstFactColumn)),
        CreatedInSellsy = Time(_read.Text(16)),
        ModifiedInSellsy = Time(_read.Text(17)),
        EmailConsent = Consent(18),
        SmsConsent = Consent(19),
        CustomValues = StoredJson.Values(_read, 20),
        UnmappedValues = StoredJson.Values(_read, 21),
        UnreadValues = StoredJson.Values(_read, 22),
        Note = _read.Text(23),
    };

    private ImmutableArray<LeadCompany> OtherCompanies(long lead)
    {
        var companies = ImmutableArray.CreateBuilder<LeadCompany>();
        _readOtherCompanies.Bind(1, lead);
        while (_readOtherCompanies.Read())
        {
            companies.Add(StoredJson.Company(_readOtherCompanies, 0) ?? CompanyTable.Company(_readOtherCompanies, 1));
        }

        _readOtherCompanies.Reset();
        return companies.DrainToImmutable();
    }

    private bool? Consent(int column) => _read.NumberOrNull(column) is { } number ? number != 0 : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTime? Time(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;
}
