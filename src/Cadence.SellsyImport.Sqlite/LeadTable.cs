using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

internal sealed class LeadTable(SqliteSession session)
{
    private readonly SqliteStatement _any = session.Prepare("SELECT 1 FROM leads LIMIT 1");
    private readonly SqliteStatement _contains = session.Prepare("SELECT 1 FROM leads WHERE sellsy_contact_id = ?1 AND sellsy_account = ?2");

    private readonly SqliteStatement _find = session.Prepare(
        """
        SELECT asked.key, lead_cadences.cadence
        FROM json_each(?1) AS asked
        CROSS JOIN leads ON leads.sellsy_contact_id = asked.value AND leads.sellsy_account = ?2
        LEFT JOIN lead_cadences ON lead_cadences.lead_id = leads.id
        ORDER BY asked.key, lead_cadences.cadence
        """);

    private readonly SqliteStatement _findState = session.Prepare(
        "SELECT id, version, edits, company_id FROM leads WHERE sellsy_contact_id = ?1 AND sellsy_account = ?2");

    private readonly SqliteStatement _add = session.Prepare(
        $"""
        INSERT INTO leads ({string.Join(", ", EncodedLeads.Columns)}, created_by_import, created_by_batch, created_from_row, sellsy_account)
        VALUES ({string.Join(", ", Enumerable.Range(1, 28).Select(number => $"?{number}"))})
        ON CONFLICT (sellsy_contact_id, sellsy_account) DO NOTHING
        """);

    private readonly SqliteStatement _change = session.Prepare(
        $"""
        UPDATE leads SET {string.Join(", ", EncodedLeads.Columns.Select((column, index) => $"{column} = ?{index + 1}").Skip(1))},
            version = {SchemaScript.NextVersion}
        WHERE id = ?25
        RETURNING version
        """);

    private readonly SqliteStatement _remove = session.Prepare(
        """
        DELETE FROM leads WHERE sellsy_contact_id = ?1 AND sellsy_account = ?4 AND version = ?2
            AND (?3 OR NOT EXISTS (SELECT 1 FROM lead_cadences WHERE lead_id = leads.id))
        """);

    private readonly SqliteStatement _last = session.Prepare("SELECT ifnull(max(id), 0) FROM leads");

    private readonly SqliteStatement _findLost = session.Prepare(
        """
        SELECT 1 FROM leads
        WHERE id > ?1 AND NOT (owner_id IN (SELECT id FROM users) AND created_by_import IN (SELECT id FROM imports)
            AND (company_id IS NULL OR company_id IN (SELECT id FROM companies)))
        UNION ALL
        SELECT 1 FROM lead_other_companies WHERE lead_id > ?1 AND company_id NOT IN (SELECT id FROM companies)
        LIMIT 1
        """);

    private readonly SqliteStatement _addOtherCompany = session.Prepare(
        "INSERT INTO lead_other_companies (lead_id, position, company_id, as_told) VALUES (?1, ?2, ?3, ?4)");

    private readonly SqliteStatement _removeOtherCompanies = session.Prepare("DELETE FROM lead_other_companies WHERE lead_id = ?1");

    private readonly SqliteStatement _setEdits = session.Prepare(
        $"UPDATE leads SET edits = ?2, version = {SchemaScript.NextVersion} WHERE id = ?1 RETURNING version");

    private readonly Utf8Buffer _json = new();
    private readonly EncodedLeads _changed = new();
    private BatchOrigin _lastOrigin;

    /// <summary>Whether there is no lead at all: a first import asks for every contact of its file.</summary>
    public bool IsEmpty()
    {
        var any = _any.Read();
        _any.Reset();
        return !any;
    }

    /// <summary>The id of the newest lead, 0 if there is none.</summary>
    public long Last()
    {
        _last.Read();
        var last = _last.Number(0);
        _last.Reset();
        return last;
    }

    /// <summary>Checks the foreign keys of the leads after one, in one statement.</summary>
    /// <exception cref="SqliteException">A lead refers to an owner, an import or a company that is not there.</exception>
    public void CheckReferences(long after)
    {
        _findLost.Bind(1, after);
        var isLost = _findLost.Read();
        _findLost.Reset();
        if (isLost)
        {
            throw new SqliteException("FOREIGN KEY constraint failed", raw.SQLITE_CONSTRAINT, raw.SQLITE_CONSTRAINT_FOREIGNKEY);
        }
    }

    public bool Contains(string sellsyAccount, string sellsyContactId)
    {
        _contains.Bind(1, sellsyContactId);
        _contains.Bind(2, sellsyAccount);
        var found = _contains.Read();
        _contains.Reset();
        return found;
    }

    public ImmutableArray<ExistingLead> Find(string sellsyAccount, ImmutableArray<string> sellsyContactIds)
    {
        if (sellsyContactIds.IsEmpty || IsEmpty())
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<ExistingLead>();
        var cadences = ImmutableArray.CreateBuilder<string>();
        var current = -1L;
        _json.Clear();
        _json.AppendTexts(sellsyContactIds);
        _find.Bind(1, _json.Written);
        _find.Bind(2, sellsyAccount);
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

    /// <summary>What must be known of a lead before it is changed; null if there is no such lead.</summary>
    public LeadState? FindState(string sellsyAccount, string sellsyContactId)
    {
        _findState.Bind(1, sellsyContactId);
        _findState.Bind(2, sellsyAccount);
        LeadState? state = _findState.Read()
            ? new(_findState.Number(0), _findState.Number(1), _findState.Number(2), _findState.NumberOrNull(3))
            : null;
        _findState.Reset();
        return state;
    }

    /// <summary>Adds the lead that is encoded at an index; <see langword="false"/> if the contact exists already.</summary>
    public bool TryAdd(LeadEntry entry, EncodedLeads encoded, int index, StoredCompany? company, BatchOrigin origin)
    {
        encoded.Bind(_add, index, entry.Lead, company);
        if (origin == _lastOrigin)
        {
            _add.Keep(25);
            _add.Keep(26);
            _add.Keep(28);
        }
        else
        {
            _add.Bind(25, origin.Import);
            _add.Bind(26, (long)origin.Batch);
            _add.Bind(28, entry.Lead.SellsyAccount);
            _lastOrigin = origin;
        }

        _add.Bind(27, entry.Row);
        _add.RunAgain();
        return session.RowsChanged > 0;
    }

    /// <summary>Writes all values of an existing lead and returns its new version.</summary>
    public long Change(long id, Lead lead, CadenceUser owner, StoredCompany? company)
    {
        _changed.Clear();
        _changed.Add(lead, owner.Id);
        _changed.Bind(_change, index: 0, lead, company);
        _change.Bind(25, id);
        return NewVersion(_change);
    }

    /// <summary>Removes a lead if nothing changed since it was read. The version alone is not enough: it stays the same when a cadence starts.</summary>
    public bool TryRemove(LeadVersion read)
    {
        _remove.Bind(1, read.Lead.SellsyContactId);
        _remove.Bind(2, read.Version);
        _remove.Bind(3, read.RunningCadences.IsEmpty ? 0L : 1L);
        _remove.Bind(4, read.Lead.SellsyAccount);
        _remove.Run();
        return session.RowsChanged > 0;
    }

    /// <summary>Replaces the further companies of a lead and returns its new version.</summary>
    public long SetOtherCompanies(long leadId, ImmutableArray<LeadCompany> companies, BatchOrigin origin, long edits)
    {
        _removeOtherCompanies.Bind(1, leadId);
        _removeOtherCompanies.Run();
        for (var i = 0; i < companies.Length; i++)
        {
            var stored = session.Companies.FindOrAdd(companies[i], origin);
            _addOtherCompany.Bind(1, leadId);
            _addOtherCompany.Bind(2, i + 1L);
            _addOtherCompany.Bind(3, stored.Id);
            _json.Clear();
            _json.AppendCompany(companies[i]);
            if (!_json.Written.SequenceEqual(stored.Values))
            {
                _addOtherCompany.Bind(4, _json.Written);
            }

            _addOtherCompany.Run();
        }

        // The triggers counted each of these statements as an edit.
        _setEdits.Bind(1, leadId);
        _setEdits.Bind(2, edits);
        return NewVersion(_setEdits);
    }

    private static long NewVersion(SqliteStatement change)
    {
        change.Read();
        var version = change.Number(0);
        change.Reset();
        return version;
    }
}
