using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The batches of a ledger whose leads are elsewhere.</summary>
internal sealed class RecordTable(SqliteSession session)
{
    /// <summary>New with version 5 of the database.</summary>
    public const string Create = """
        CREATE TABLE IF NOT EXISTS import_records (
            import INTEGER NOT NULL REFERENCES imports (id),
            number INTEGER NOT NULL,
            stage TEXT NOT NULL CHECK (stage IN ('begun', 'written', 'undoing', 'undone')),
            content BLOB NOT NULL,
            PRIMARY KEY (import, number)
        );

        CREATE INDEX IF NOT EXISTS import_records_undone ON import_records (import, number) WHERE stage = 'undone';

        """;

    private readonly SqliteStatement _find = session.Prepare("SELECT number, stage, content FROM import_records WHERE import = ?1 AND number = ?2");

    private readonly SqliteStatement _isInDoubt = session.Prepare(
        "SELECT 1 FROM import_records WHERE import = ?1 AND number > (SELECT batches FROM imports WHERE id = ?1)");

    private readonly SqliteStatement _set = session.Prepare(
        """
        INSERT INTO import_records (import, number, stage, content) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (import, number) DO UPDATE SET stage = ?3, content = ?4
        """);

    private readonly SqliteStatement _replace = session.Prepare(
        "UPDATE import_records SET content = ?5 WHERE import = ?1 AND number = ?2 AND stage = ?3 AND content = ?4");

    // Batches are undone newest first, so the next one has the number before the lowest undone one.
    private readonly SqliteStatement _newest = session.Prepare(
        """
        SELECT number, stage, content FROM import_records
        WHERE import = ?1 AND number < ifnull((SELECT min(number) FROM import_records WHERE import = ?1 AND stage = 'undone'), 1 << 32)
        ORDER BY number DESC LIMIT 1
        """);

    private readonly SqliteStatement _read = session.Prepare(
        "SELECT number, stage, content FROM import_records WHERE import = ?1 AND number BETWEEN ?2 AND ?3 ORDER BY number");

    public BatchRecord? Find(StoredImport import, int number)
    {
        _find.Bind(1, import.Id);
        _find.Bind(2, number);
        return First(_find, import);
    }

    public BatchRecord? FindNewest(StoredImport import)
    {
        _newest.Bind(1, import.Id);
        return First(_newest, import);
    }

    /// <summary>Whether an import has a batch after those that are written.</summary>
    public bool IsInDoubt(long import)
    {
        _isInDoubt.Bind(1, import);
        var isInDoubt = _isInDoubt.Read();
        _isInDoubt.Reset();
        return isInDoubt;
    }

    public void Set(StoredImport import, BatchRecord batch)
    {
        _set.Bind(1, import.Id);
        _set.Bind(2, batch.Number);
        _set.Bind(3, EnumNames.Of(batch.Stage));
        _set.BindBlob(4, batch.Content.Span);
        _set.Run();
    }

    public bool Replace(StoredImport import, BatchRecord batch, ReadOnlySpan<byte> content)
    {
        _replace.Bind(1, import.Id);
        _replace.Bind(2, batch.Number);
        _replace.Bind(3, EnumNames.Of(batch.Stage));
        _replace.BindBlob(4, batch.Content.Span);
        _replace.BindBlob(5, content);
        _replace.Run();
        return session.RowsChanged > 0;
    }

    public ImmutableArray<BatchRecord> Read(StoredImport import, int first, int last)
    {
        var records = ImmutableArray.CreateBuilder<BatchRecord>();
        _read.Bind(1, import.Id);
        _read.Bind(2, first);
        _read.Bind(3, last);
        while (_read.Read())
        {
            records.Add(Record(_read, import));
        }

        _read.Reset();
        return records.DrainToImmutable();
    }

    private static BatchRecord? First(SqliteStatement statement, StoredImport import)
    {
        var record = statement.Read() ? Record(statement, import) : null;
        statement.Reset();
        return record;
    }

    private static BatchRecord Record(SqliteStatement row, StoredImport import) =>
        new(import.Import.Import.ImportId, (int)row.Number(0), EnumNames.Parse<BatchStage>(row.Text(1)!), row.Blob(2));
}
