using Cadence.SellsyImport.Storage;
namespace Cadence.SellsyImport.Sqlite;

/// <summary>What imports changed, with the old values. The ids ascend in the order in which the changes were made.</summary>
internal sealed class ChangeTable(SqliteSession session)
{
    private readonly SqliteStatement _last = session.Prepare("SELECT coalesce(max(id), 0) FROM import_changes");

    private readonly SqliteStatement _add = session.Prepare(
        """
        INSERT INTO import_changes (import, batch, row, sellsy_contact_id, company_before, before, after)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """);

    private readonly SqliteStatement _read = session.Prepare(
        "SELECT id, row, sellsy_contact_id, before, after FROM import_changes WHERE id BETWEEN ?1 AND ?2 ORDER BY id");

    private readonly SqliteStatement _companyBefore = session.Prepare(
        "SELECT company_before FROM import_changes WHERE sellsy_contact_id = ?1 AND import = ?2 AND batch = ?3");

    private readonly SqliteStatement _hasLater = session.Prepare(
        """
        SELECT 1 FROM import_changes JOIN imports ON imports.id = import_changes.import
        WHERE import_changes.sellsy_contact_id = ?1 AND import_changes.id > ?2 AND imports.sellsy_account = ?3 LIMIT 1
        """);

    private readonly SqliteStatement _findLater = session.Prepare(
        """
        SELECT imports.import_id
        FROM import_changes JOIN imports ON imports.id = import_changes.import
        WHERE import_changes.sellsy_contact_id = ?1 AND import_changes.id > ?2 AND import_changes.import <> ?3
            AND imports.sellsy_account = (SELECT sellsy_account FROM imports WHERE id = ?3)
            AND (imports.undone_from IS NULL OR import_changes.batch < imports.undone_from)
        ORDER BY import_changes.id DESC LIMIT 1
        """);

    public long Last()
    {
        _last.Read();
        var last = _last.Number(0);
        _last.Reset();
        return last;
    }

    public void Add(BatchOrigin origin, long row, long? companyBefore, LeadVersion before, LeadVersion after)
    {
        _add.Bind(1, origin.Import);
        _add.Bind(2, origin.Batch);
        _add.Bind(3, row);
        _add.Bind(4, before.Lead.SellsyContactId);
        _add.Bind(5, companyBefore);
        _add.Bind(6, LeadSnapshot.ToJson(before));
        _add.Bind(7, LeadSnapshot.ToJson(after));
        _add.Run();
    }

    public List<StoredChange> Read(long first, long last)
    {
        List<StoredChange> changes = [];
        _read.Bind(1, first);
        _read.Bind(2, last);
        while (_read.Read())
        {
            changes.Add(new(_read.Number(0), _read.Number(1), _read.Text(2)!, Snapshot(3), Snapshot(4)));
        }

        _read.Reset();
        return changes;
    }

    private LeadVersion? Snapshot(int column) => _read.Text(column) is { Length: > 0 } json ? LeadSnapshot.FromJson(json) : null;

    /// <summary>The id of the company row that a lead referred to before a batch changed it.</summary>
    public long? CompanyBefore(BatchOrigin origin, string sellsyContactId)
    {
        _companyBefore.Bind(1, sellsyContactId);
        _companyBefore.Bind(2, origin.Import);
        _companyBefore.Bind(3, origin.Batch);
        var company = _companyBefore.Read() ? _companyBefore.NumberOrNull(0) : null;
        _companyBefore.Reset();
        return company;
    }

    /// <summary>Whether any import, undone or not, changed the lead of a contact after a given change.</summary>
    public bool HasLater(string sellsyAccount, string sellsyContactId, long after)
    {
        _hasLater.Bind(3, sellsyAccount);
        _hasLater.Bind(1, sellsyContactId);
        _hasLater.Bind(2, after);
        var has = _hasLater.Read();
        _hasLater.Reset();
        return has;
    }

    /// <summary>The latest other import that changed a lead after a given change, in a batch that is not undone.</summary>
    public string? FindLater(string sellsyContactId, long after, long import)
    {
        _findLater.Bind(1, sellsyContactId);
        _findLater.Bind(2, after);
        _findLater.Bind(3, import);
        var later = _findLater.Read() ? _findLater.Text(0) : null;
        _findLater.Reset();
        return later;
    }
}
