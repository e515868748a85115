namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// The companies: known by their Sellsy id, or by their folded name among those without an id. A company that is there stays as it is.
/// The ones met last are remembered, so that finding them costs nothing.
/// </summary>
internal sealed class CompanyTable(SqliteSession session)
{
    private const int MostRemembered = 200_000;

    private const string Columns =
        "sellsy_id, name, email, phone_type, phone_text, phone_e164, website, size, type, address_lines, zip_code, city, state, country, siren, siret";

    private readonly SqliteStatement _findById = session.Prepare($"SELECT id, {Columns} FROM companies WHERE sellsy_id = ?1");
    private readonly SqliteStatement _findByName = session.Prepare($"SELECT id, {Columns} FROM companies WHERE name_key = ?1");

    private readonly SqliteStatement _add = session.Prepare(
        $"""
        INSERT INTO companies ({Columns}, name_key, created_by_import, created_by_batch)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        """);

    private readonly LeadJson _json = new();
    private readonly Dictionary<string, StoredCompany> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredCompany> _byName = new(StringComparer.Ordinal);

    public bool TryFind(LeadCompany company, out StoredCompany stored)
    {
        var (remembered, key) = company.SellsyId is { } id ? (_byId, id) : (_byName, company.Name);
        if (key is null)
        {
            stored = default;
            return false;
        }

        if (remembered.TryGetValue(key, out stored))
        {
            return true;
        }

        var statement = company.SellsyId is null ? _findByName : _findById;
        statement.Bind(1, company.SellsyId ?? company.NameKey);
        var found = statement.Read();
        if (found)
        {
            stored = new(statement.Number(0), CompanyFingerprint.Of(Company(statement)));
            Remember(remembered, key, stored);
        }

        statement.Reset();
        return found;
    }

    public StoredCompany Add(LeadCompany company, BatchOrigin origin)
    {
        _add.Bind(1, company.SellsyId);
        _add.Bind(2, company.Name);
        _add.Bind(3, company.Email);
        if (company.Phone is { } phone)
        {
            _add.Bind(4, PhoneTypes.NameOf(phone.Type));
            _add.Bind(5, phone.Text);
            _add.Bind(6, phone.E164);
        }

        _add.Bind(7, company.Website);
        _add.Bind(8, company.Size);
        _add.Bind(9, company.Type);
        if (company.AddressLines.Length > 0)
        {
            _add.Bind(10, _json.Texts(company.AddressLines));
        }

        _add.Bind(11, company.ZipCode);
        _add.Bind(12, company.City);
        _add.Bind(13, company.State);
        _add.Bind(14, company.Country);
        _add.Bind(15, company.Siren);
        _add.Bind(16, company.Siret);
        _add.Bind(17, company.SellsyId is null ? company.NameKey : null);
        _add.Bind(18, origin.Import);
        _add.Bind(19, origin.Batch);
        _add.Run();

        var stored = new StoredCompany(session.LastInsertedId, CompanyFingerprint.Of(company));
        if (company.SellsyId is { } id)
        {
            Remember(_byId, id, stored);
        }
        else if (company.Name is { } name)
        {
            Remember(_byName, name, stored);
        }

        return stored;
    }

    public void Forget()
    {
        _byId.Clear();
        _byName.Clear();
    }

    private static void Remember(Dictionary<string, StoredCompany> remembered, string key, StoredCompany stored)
    {
        if (remembered.Count == MostRemembered)
        {
            remembered.Clear();
        }

        remembered.Add(key, stored);
    }

    private static LeadCompany Company(SqliteStatement row) => new()
    {
        SellsyId = row.Text(1),
        Name = row.Text(2),
        Email = row.Text(3),
        Phone = row.Text(4) is { } type ? new(PhoneTypes.Parse(type), row.Text(5) ?? "", row.Text(6)) : null,
        Website = row.Text(7),
        Size = row.Text(8),
        Type = row.Text(9),
        AddressLines = row.Text(10) is { } lines ? LeadJson.ReadTexts(lines) : [],
        ZipCode = row.Text(11),
        City = row.Text(12),
        State = row.Text(13),
        Country = row.Text(14),
        Siren = row.Text(15),
        Siret = row.Text(16),
    };
}
