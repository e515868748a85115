using System.Globalization;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The ledger: the imports and their batches.</summary>
internal sealed class ImportTables(SqliteSession session)
{
    private readonly SqliteStatement _ensure = session.Prepare(
        """
        INSERT INTO imports (import_id, file_name, file_hash, mapping_hash, started_at, started_by, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'running')
        ON CONFLICT (import_id) DO NOTHING
        """);

    private readonly SqliteStatement _find = session.Prepare("SELECT id FROM imports WHERE import_id = ?1");

    private readonly SqliteStatement _finish = session.Prepare(
        """
        UPDATE imports SET state = 'finished', finished_at = ?2,
            rows_read = ?3, added = ?4, updated = ?5, unchanged = ?6, skipped = ?7, errors = ?8
        WHERE id = ?1
        """);

    private readonly SqliteStatement _findBatch = session.Prepare("SELECT outcomes FROM import_batches WHERE import = ?1 AND number = ?2");

    private readonly SqliteStatement _addBatch = session.Prepare(
        """
        INSERT INTO import_batches (import, number, first_row, last_row, added, already_present, outcomes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """);

    /// <summary>The id of the import's row, which is created where it is not there yet.</summary>
    public long Ensure(ImportInfo import)
    {
        _ensure.Bind(1, import.ImportId);
        _ensure.Bind(2, import.FileName);
        _ensure.Bind(3, import.FileHash);
        _ensure.Bind(4, import.MappingHash);
        _ensure.Bind(5, Utc(import.StartedAt));
        _ensure.Bind(6, import.StartedBy);
        _ensure.Run();

        _find.Bind(1, import.ImportId);
        _find.Read();
        var id = _find.Number(0);
        _find.Reset();
        return id;
    }

    public long Finish(ImportInfo import, ImportCounts counts, DateTimeOffset finishedAt)
    {
        var id = Ensure(import);
        _finish.Bind(1, id);
        _finish.Bind(2, Utc(finishedAt));
        _finish.Bind(3, counts.Read);
        _finish.Bind(4, counts.Added);
        _finish.Bind(5, counts.Updated);
        _finish.Bind(6, counts.Unchanged);
        _finish.Bind(7, counts.Skipped);
        _finish.Bind(8, counts.Errors);
        _finish.Run();
        return id;
    }

    /// <summary>What became of the entries of a batch that was stored, one byte each; none where it was not.</summary>
    public byte[]? FindOutcomes(BatchOrigin batch)
    {
        _findBatch.Bind(1, batch.Import);
        _findBatch.Bind(2, batch.Batch);
        var outcomes = _findBatch.Read() ? _findBatch.Blob(0) : null;
        _findBatch.Reset();
        return outcomes;
    }

    public void AddBatch(BatchOrigin origin, LeadBatch batch, ReadOnlySpan<byte> outcomes)
    {
        var added = outcomes.Count((byte)LeadEntryOutcome.Added);
        _addBatch.Bind(1, origin.Import);
        _addBatch.Bind(2, origin.Batch);
        if (batch.Entries.Length > 0)
        {
            _addBatch.Bind(3, batch.Entries[0].Row);
            _addBatch.Bind(4, batch.Entries[^1].Row);
        }

        _addBatch.Bind(5, added);
        _addBatch.Bind(6, outcomes.Length - added);
        _addBatch.BindBlob(7, outcomes);
        _addBatch.Run();
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
