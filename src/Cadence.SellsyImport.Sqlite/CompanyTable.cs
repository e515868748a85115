using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// The companies: known by their Sellsy account and id, or by their folded name among those without an id. A company that exists is never changed.
/// Recently used ones are cached, so that finding them costs nothing. A session that fills an empty table knows all companies, so it needs no index until
/// its import ends.
/// </summary>
internal sealed class CompanyTable(SqliteSession session)
{
    private const int MostBytesRemembered = 12 * 1024 * 1024;

    /// <summary>Approximate size of a dictionary entry and its two objects, without their contents.</summary>
    private const int BytesPerCompany = 120;

    /// <summary>
    /// True for a company that nobody edited and that was created by the import that is being undone, ?1, or by an undone import. A company of an
    /// undone import is still there only because a lead of another import used it.
    /// </summary>
    private const string IsOfUndone = "edits = 0 AND created_by_import IN (SELECT id FROM imports WHERE id = ?1 OR state = 'undone')";

    /// <summary>The columns of a company's values, in the order in which <see cref="Company"/> reads them.</summary>
    public const string Columns =
        "sellsy_id, name, email, phone_type, phone_text, phone_e164, website, size, type, address_lines, zip_code, city, state, country, siren, siret";

    private const int KeyColumn = 17;

    private readonly SqliteStatement _findByRow = session.Prepare($"SELECT id, {Columns}, name_key FROM companies WHERE id = ?1");
    private readonly SqliteStatement _findById = session.Prepare($"SELECT id, {Columns} FROM companies WHERE sellsy_id = ?1 AND sellsy_account = ?2");
    private readonly SqliteStatement _findByName = session.Prepare($"SELECT id, {Columns} FROM companies WHERE name_key = ?1");

    private readonly SqliteStatement _add = session.Prepare(
        $"""
        INSERT INTO companies ({Columns}, name_key, created_by_import, created_by_batch, sellsy_account)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
        """);

    private readonly SqliteStatement _remove = session.Prepare("DELETE FROM companies WHERE id = ?1");
    private readonly SqliteStatement _any = session.Prepare("SELECT 1 FROM companies LIMIT 1");

    private readonly SqliteStatement _count = session.Prepare("SELECT count(*) FROM companies WHERE created_by_import = ?1");

    private readonly SqliteStatement _anyOfUndone = session.Prepare($"SELECT 1 FROM companies WHERE {IsOfUndone} LIMIT 1");

    private readonly Utf8Buffer _json = new();
    private readonly Dictionary<string, StoredCompany> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredCompany> _byName = new(StringComparer.Ordinal);
    private readonly KnownCompanies _allById = new();
    private readonly KnownCompanies _allByName = new();
    private string _account = "";
    private long _bytes;
    private bool _areIndexesThere;
    private bool _areAllKnown;

    /// <summary>Whether this session removed the indexes and finds companies in memory instead.</summary>
    public bool AwaitIndexes { get; private set; }

    /// <summary>Sets the Sellsy account of the companies of a transaction: those of an id under another account are other companies.</summary>
    public void Use(string account)
    {
        if (account != _account)
        {
            ForgetRemembered();
            if (_areAllKnown)
            {
                EnsureIndexes();
            }

            _account = account;
        }
    }

    /// <summary>Begins a batch of an import. If the table is empty at the first batch, this session knows every company in it from then on.</summary>
    public void BeginBatch(BatchOrigin origin)
    {
        if (!_areAllKnown && origin.Batch == 1 && IsEmpty())
        {
            _areAllKnown = true;
        }

        if (_areAllKnown && !AwaitIndexes && _allById.Count + _allByName.Count >= session.MostIndexedCompanies)
        {
            session.RemoveCompanyIndexes(origin.Import);
            AwaitIndexes = true;
        }
        else if (_allById.Count + _allByName.Count >= KnownCompanies.Most)
        {
            EnsureIndexes();
        }
    }

    /// <summary>Builds the missing indexes.</summary>
    public void EnsureIndexes()
    {
        if (!_areIndexesThere)
        {
            session.BuildCompanyIndexes();
        }

        ForgetAll();
        _areIndexesThere = true;
    }

    /// <summary>Finds the stored company of an incoming one.</summary>
    /// <param name="incoming">The company as the import gives it.</param>
    /// <param name="stored">The stored company, if found.</param>
    /// <param name="key">Its id, or its folded name if it has no id, for <see cref="Add"/> if it is not found; null if it has neither.</param>
    public bool TryFind(LeadCompany incoming, out StoredCompany stored, out string? key)
    {
        var (remembered, shortKey) = incoming.SellsyId is { } id ? (_byId, id) : (_byName, incoming.Name);
        (key, stored) = (shortKey, default);
        if (shortKey is null || remembered.TryGetValue(shortKey, out stored))
        {
            return shortKey is not null;
        }

        key = incoming.SellsyId ?? incoming.NameKey!;
        var found = _areAllKnown ? FindKnown(incoming.SellsyId is null ? _allByName : _allById, key) : FindByIndex(incoming.SellsyId is null, key);
        if (found is not { } row)
        {
            return false;
        }

        stored = row;
        Remember(remembered, shortKey, stored);
        return true;
    }

    /// <summary>The company in the row with this id, with its values; null if there is no such row.</summary>
    public LeadCompany? Find(long id)
    {
        _findByRow.Bind(1, id);
        var company = _findByRow.Read() ? Company(_findByRow, 1) : null;
        _findByRow.Reset();
        return company;
    }

    public StoredCompany FindOrAdd(LeadCompany company, BatchOrigin origin)
    {
        if (!TryFind(company, out var stored, out var key))
        {
            stored = new(Add(company, key, origin), CompanyJson.Of(company, _json));
        }

        return stored;
    }

    /// <summary>Adds a company that <see cref="TryFind"/> did not find, with the key that it returned.</summary>
    /// <returns>The id of its row.</returns>
    public long Add(LeadCompany company, string? key, BatchOrigin origin)
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
            _json.Clear();
            _json.AppendTexts(company.AddressLines);
            _add.Bind(10, _json.Written);
        }

        _add.Bind(11, company.ZipCode);
        _add.Bind(12, company.City);
        _add.Bind(13, company.State);
        _add.Bind(14, company.Country);
        _add.Bind(15, company.Siren);
        _add.Bind(16, company.Siret);
        _add.Bind(17, company.SellsyId is null ? key : null);
        _add.Bind(18, origin.Import);
        _add.Bind(19, origin.Batch);
        _add.Bind(20, company.SellsyId is null ? "" : _account);
        _add.Run();

        var id = session.LastInsertedId;
        if (_areAllKnown && key is not null)
        {
            (company.SellsyId is null ? _allByName : _allById).Add(key, (int)id);
        }

        return id;
    }

    /// <summary>Removes a company that was just added and that no lead uses.</summary>
    public void Remove(long id)
    {
        _remove.Bind(1, id);
        _remove.Run();
    }

    /// <summary>Removes the companies of this import and of undone imports, except those that a lead uses or somebody edited.</summary>
    public UndoneCompanies RemoveUnused(long import)
    {
        Forget();
        if (!HasAnyOfUndone(import))
        {
            return new(0, CountOf(import));
        }

        // Without these indexes, each removed company would read every lead, because the foreign keys are checked row by row.
        session.Execute(
            """
            CREATE INDEX leads_by_company ON leads (company_id);
            CREATE INDEX lead_other_companies_by_company ON lead_other_companies (company_id);
            """);
        using (var remove = session.PrepareOnce(
            $"""
            DELETE FROM companies
            WHERE {IsOfUndone}
                AND NOT EXISTS (SELECT 1 FROM leads WHERE company_id = companies.id)
                AND NOT EXISTS (SELECT 1 FROM lead_other_companies WHERE company_id = companies.id)
            """))
        {
            remove.Bind(1, import);
            remove.Run();
        }

        long removed = session.RowsChanged;
        session.Execute("DROP INDEX leads_by_company; DROP INDEX lead_other_companies_by_company;");
        return new(removed, CountOf(import));
    }

    /// <summary>Clears the cached state, because another connection may have changed the table or removed the indexes.</summary>
    public void Forget()
    {
        ForgetRemembered();
        ForgetAll();
        _areIndexesThere = false;
    }

    /// <summary>The company in the columns from <paramref name="first"/> on.</summary>
    public static LeadCompany Company(SqliteStatement row, int first) => new()
    {
        SellsyId = row.Text(first),
        Name = row.Text(first + 1),
        Email = row.Text(first + 2),
        Phone = row.Text(first + 3) is { } type ? new(PhoneTypes.Parse(type), row.Text(first + 4) ?? "", row.Text(first + 5)) : null,
        Website = row.Text(first + 6),
        Size = row.Text(first + 7),
        Type = row.Text(first + 8),
        AddressLines = StoredJson.Texts(row, first + 9),
        ZipCode = row.Text(first + 10),
        City = row.Text(first + 11),
        State = row.Text(first + 12),
        Country = row.Text(first + 13),
        Siren = row.Text(first + 14),
        Siret = row.Text(first + 15),
    };

    private bool IsEmpty()
    {
        var any = _any.Read();
        _any.Reset();
        return !any;
    }

    private StoredCompany? FindByIndex(bool isName, string key)
    {
        if (!_areIndexesThere)
        {
            EnsureIndexes();
        }

        var statement = isName ? _findByName : _findById;
        statement.Bind(1, key);
        if (!isName)
        {
            statement.Bind(2, _account);
        }

        StoredCompany? found = statement.Read() ? new(statement.Number(0), CompanyJson.Of(statement, 1, _json)) : null;
        statement.Reset();
        return found;
    }

    private StoredCompany? FindKnown(KnownCompanies all, string key)
    {
        var slot = -1;
        while (all.Next(key, ref slot) is var id and not 0)
        {
            _findByRow.Bind(1, id);
            StoredCompany? found = _findByRow.Read() && IsOf(_findByRow, all == _allByName, key) ? new(id, CompanyJson.Of(_findByRow, 1, _json)) : null;
            _findByRow.Reset();
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsOf(SqliteStatement row, bool isName, string key) => row.Text(isName ? KeyColumn : 1) == key;

    private void ForgetRemembered()
    {
        _byId.Clear();
        _byName.Clear();
        _bytes = 0;
    }

    private void ForgetAll()
    {
        _allById.Clear();
        _allByName.Clear();
        (_areAllKnown, AwaitIndexes) = (false, false);
    }

    private bool HasAnyOfUndone(long import)
    {
        _anyOfUndone.Bind(1, import);
        var any = _anyOfUndone.Read();
        _anyOfUndone.Reset();
        return any;
    }

    private long CountOf(long import)
    {
        _count.Bind(1, import);
        _count.Read();
        var count = _count.Number(0);
        _count.Reset();
        return count;
    }

    private void Remember(Dictionary<string, StoredCompany> remembered, string key, StoredCompany stored)
    {
        if (_bytes > MostBytesRemembered)
        {
            ForgetRemembered();
        }

        _bytes += BytesPerCompany + (key.Length * sizeof(char)) + stored.Values!.Length;
        remembered.Add(key, stored);
    }
}
