using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The stored batches of the ledger.</summary>
internal sealed class BatchTable(SqliteSession session)
{
    private readonly SqliteStatement _findOutcomes = session.Prepare("SELECT outcomes FROM import_batches WHERE import = ?1 AND number = ?2");

    private readonly SqliteStatement _add = session.Prepare(
        """
        INSERT INTO import_batches (
            import, number, first_row, row_outcomes, refused, outcomes, created_leads, first_change, last_change)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """);

    private readonly SqliteStatement _next = session.Prepare(
        """
        SELECT number, first_row, row_outcomes, refused FROM import_batches
        WHERE import = (SELECT id FROM imports WHERE import_id = ?1) AND number > ?2
        ORDER BY number LIMIT ?3
        """);

    private readonly SqliteStatement _newestToUndo = session.Prepare(
        """
        SELECT number, created_leads, first_change, last_change FROM import_batches
        WHERE import = ?1 AND number < ifnull((SELECT undone_from FROM imports WHERE id = ?1), 1 << 32)
        ORDER BY number DESC LIMIT 1
        """);

    private readonly SqliteStatement _undo = session.Prepare("UPDATE import_batches SET undone = ?3 WHERE import = ?1 AND number = ?2");

    private readonly SqliteStatement _setUndoneFrom = session.Prepare("UPDATE imports SET undone_from = ?2 WHERE id = ?1");

    private readonly SqliteStatement _nextUndone = session.Prepare(
        """
        SELECT number, undone FROM import_batches
        WHERE import = (SELECT id FROM imports WHERE import_id = ?1) AND number < ?2 AND undone IS NOT NULL
        ORDER BY number DESC LIMIT 1
        """);

    private readonly SqliteStatement _findCreation = session.Prepare(
        """
        SELECT import_id, last_change, number >= ifnull(undone_from, 1 << 32)
        FROM imports JOIN import_batches ON import = imports.id
        WHERE imports.id = ?1 AND number = ?2
        """);

    private readonly Utf8Buffer _json = new();

    /// <summary>The outcome of each entry of a stored batch, one byte each; null if the batch is not stored.</summary>
    public byte[]? FindOutcomes(BatchOrigin batch)
    {
        _findOutcomes.Bind(1, batch.Import);
        _findOutcomes.Bind(2, batch.Batch);
        var outcomes = _findOutcomes.Read() ? _findOutcomes.Blob(0) : null;
        _findOutcomes.Reset();
        return outcomes;
    }

    public void Add(BatchOrigin origin, WrittenBatch written)
    {
        _add.Bind(1, origin.Import);
        _add.Bind(2, origin.Batch);
        if (written.Rows is { } rows)
        {
            _add.Bind(3, rows.FirstRow);
            _add.BindBlob(4, rows.RowOutcomes.Span);
        }

        if (!written.Refused.IsEmpty)
        {
            _add.Bind(5, StoredJson.Of(written.Refused));
        }

        _add.BindBlob(6, written.Outcomes);
        if (written.Outcomes.AsSpan().Contains((byte)LeadEntryOutcome.Added))
        {
            _json.Clear();
            _json.AppendCreatedLeads(written.Entries, written.Outcomes);
            _add.Bind(7, _json.Written);
        }

        _add.Bind(8, written.FirstChange);
        _add.Bind(9, session.Changes.Last());
        _add.Run();
    }

    /// <summary>Reads some of the batches after a given number, in ascending order.</summary>
    public List<StoredBatch> Next(string importId, int after, int most)
    {
        List<StoredBatch> batches = [];
        _next.Bind(1, importId);
        _next.Bind(2, after);
        _next.Bind(3, most);
        while (_next.Read())
        {
            batches.Add(new((int)_next.Number(0), _next.Number(1), _next.Blob(2), StoredJson.Refused(_next, 3)));
        }

        _next.Reset();
        return batches;
    }

    public BatchToUndo? NewestToUndo(long import)
    {
        _newestToUndo.Bind(1, import);
        var batch = _newestToUndo.Read()
            ? new BatchToUndo(
                new(import, (int)_newestToUndo.Number(0)),
                StoredJson.CreatedLeads(_newestToUndo, 1),
                _newestToUndo.Number(2),
                _newestToUndo.Number(3))
            : null;
        _newestToUndo.Reset();
        return batch;
    }

    /// <summary>The import of a batch that created a lead, the last change before the next batch, and whether the batch is undone.</summary>
    public (string ImportId, long LastChange, bool IsUndone)? FindCreation(BatchOrigin batch)
    {
        _findCreation.Bind(1, batch.Import);
        _findCreation.Bind(2, batch.Batch);
        (string, long, bool)? creation = _findCreation.Read()
            ? (_findCreation.Text(0)!, _findCreation.Number(1), _findCreation.Number(2) != 0)
            : null;
        _findCreation.Reset();
        return creation;
    }

    /// <summary>Stores the outcomes of the leads of the newest batch that is not undone yet.</summary>
    public void Undo(BatchOrigin batch, ImmutableArray<UndoEntry> entries)
    {
        _undo.Bind(1, batch.Import);
        _undo.Bind(2, batch.Batch);
        _undo.Bind(3, StoredJson.Of(entries));
        _undo.Run();
        _setUndoneFrom.Bind(1, batch.Import);
        _setUndoneFrom.Bind(2, batch.Batch);
        _setUndoneFrom.Run();
    }

    /// <summary>The newest undone batch before a given number; its number is zero if there is none.</summary>
    public (int Number, ImmutableArray<UndoEntry> Entries) NextUndone(string importId, int before)
    {
        _nextUndone.Bind(1, importId);
        _nextUndone.Bind(2, before);
        var next = _nextUndone.Read() ? ((int)_nextUndone.Number(0), StoredJson.Undone(_nextUndone, 1)) : (0, []);
        _nextUndone.Reset();
        return next;
    }
}
