using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Removes a person, or old imports, from the ledger, inside the transaction that the session has begun. What is removed is overwritten with zeros.</summary>
internal static class Forgetting
{
    private const string Rows =
        """
        SELECT import_id, row FROM import_changes JOIN imports ON imports.id = import WHERE sellsy_contact_id = ?1 AND is_purged = 0 AND sellsy_account = ?2
        UNION
        SELECT import_id, created_leads ->> ('$[' || (one.key - 1) || ']')
        FROM import_batches JOIN imports ON imports.id = import, json_each(created_leads) AS one
        WHERE one.value = ?1 AND one.type = 'text' AND sellsy_account = ?2
        """;

    private const string ForgetCreated =
        """
        UPDATE import_batches
        SET created_leads = (SELECT json_group_array(iif(type = 'text' AND value = ?1, '', value) ORDER BY key) FROM json_each(created_leads))
        WHERE import IN (SELECT id FROM imports WHERE sellsy_account = ?2)
            AND EXISTS (SELECT 1 FROM json_each(created_leads) WHERE type = 'text' AND value = ?1)
        """;

    private const string ForgetUndone =
        """
        UPDATE import_batches
        SET undone = (SELECT json_group_array(json(iif(value ->> 'id' = ?1, json_set(value, '$.id', ''), value)) ORDER BY key) FROM json_each(undone))
        WHERE import IN (SELECT id FROM imports WHERE sellsy_account = ?2)
            AND EXISTS (SELECT 1 FROM json_each(undone) WHERE value ->> 'id' = ?1)
        """;

    private const string ForgetChanges =
        """
        UPDATE import_changes SET sellsy_contact_id = '', company_before = NULL, before = '', after = ''
        WHERE sellsy_contact_id = ?1 AND import IN (SELECT id FROM imports WHERE sellsy_account = ?2)
        """;

    /// <summary>
    /// The row of a purged import stays, without anything of it but its state, times and counts: leads and companies refer to it. So do the contacts of its
    /// changes, as long as an import that started before it ended is there and could be undone.
    /// </summary>
    private const string Purge =
        """
        UPDATE imports SET is_purged = 1, import_id = 'purged:' || id || ':' || import_id, file_name = '', file_hash = '', file_location = NULL,
            mapping_hash = '', plan_hash = NULL, started_by = NULL, customer = NULL, cancel_requested_by = NULL, lease_token = NULL
        WHERE is_purged = 0 AND state IN ('finished', 'ended', 'undone') AND ended_at < ?1
        """;

    private const string DropParts =
        """
        DELETE FROM import_plans WHERE import IN (SELECT id FROM imports WHERE is_purged);
        DELETE FROM import_records WHERE import IN (SELECT id FROM imports WHERE is_purged);
        DELETE FROM import_batches WHERE import IN (SELECT id FROM imports WHERE is_purged);
        UPDATE import_changes SET company_before = NULL, before = '', after = ''
        WHERE before <> '' AND import IN (SELECT id FROM imports WHERE is_purged);
        DELETE FROM import_changes WHERE import IN (
            SELECT id FROM imports AS purged
            WHERE is_purged AND (state = 'undone'
                OR NOT EXISTS (SELECT 1 FROM imports AS kept WHERE kept.is_purged = 0 AND kept.state <> 'undone'
                    AND (kept.id < purged.id OR kept.started_at < purged.ended_at))));
        """;

    public static List<ImportedRow> RowsOf(SqliteSession session, string sellsyAccount, string sellsyContactId)
    {
        List<ImportedRow> rows = [];
        using var statement = session.PrepareOnce(Rows);
        statement.Bind(1, sellsyContactId);
        statement.Bind(2, sellsyAccount);
        while (statement.Read())
        {
            rows.Add(new(statement.Text(0)!, statement.Number(1)));
        }

        return rows;
    }

    /// <returns>Whether the plan was the one that is replaced.</returns>
    public static bool ReplacePlan(SqliteSession session, string importId, ReadOnlyMemory<byte> plan, ReadOnlyMemory<byte> replacement)
    {
        var isReplaced = false;
        session.OverwriteWhatIsDeleted(() => isReplaced = session.Imports.ReplacePlan(importId, plan.Span, replacement.Span));
        return isReplaced;
    }

    public static long Forget(SqliteSession session, string sellsyAccount, string sellsyContactId)
    {
        var rows = RowsOf(session, sellsyAccount, sellsyContactId).Count;
        session.OverwriteWhatIsDeleted(() =>
        {
            foreach (var sql in (ReadOnlySpan<string>)[ForgetCreated, ForgetUndone, ForgetChanges])
            {
                using var statement = session.PrepareOnce(sql);
                statement.Bind(1, sellsyContactId);
                statement.Bind(2, sellsyAccount);
                statement.Run();
            }
        });
        return rows;
    }

    public static int PurgeBefore(SqliteSession session, DateTimeOffset before)
    {
        var purged = 0;
        session.OverwriteWhatIsDeleted(() =>
        {
            using var purge = session.PrepareOnce(Purge);
            purge.Bind(1, StoredTime.Of(before));
            purge.Run();
            purged = session.RowsChanged;
            session.Execute(DropParts);
        });
        return purged;
    }
}
