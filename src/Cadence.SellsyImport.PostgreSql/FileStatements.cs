namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The statements for uploaded files and for the documents of sessions. Pieces are as long as they arrived; an offset finds the one that holds it.</summary>
internal sealed class FileStatements(string schema)
{
    private const string Columns = "id, name, size, user_id, created_at, received";

    /// <summary>$1 … $5: the columns, with no bytes yet.</summary>
    public string Add { get; } = $"INSERT INTO {schema}.uploaded_files ({Columns}) VALUES ($1, $2, $3, $4, $5, 0)";

    /// <summary>$1: the id.</summary>
    public string Find { get; } = $"SELECT {Columns} FROM {schema}.uploaded_files WHERE id = $1";

    public string All { get; } = $"SELECT {Columns} FROM {schema}.uploaded_files";

    /// <summary>
    /// Appends pieces, and returns the bytes that have arrived. Returns no row and appends nothing if the stored length is not the offset. $1: the id, $2: the
    /// offset, $3: the offsets of the pieces, $4: the pieces, $5: their length.
    /// </summary>
    public string Append { get; } =
        $"""
        WITH extended AS (
            UPDATE {schema}.uploaded_files SET received = received + $5 WHERE id = $1 AND received = $2 RETURNING received
        ), added AS (
            INSERT INTO {schema}.uploaded_file_pieces (file, start, bytes)
            SELECT $1, piece.start, piece.bytes FROM extended CROSS JOIN unnest($3, $4) AS piece (start, bytes)
        )
        SELECT received FROM extended
        """;

    /// <summary>The piece with an offset. $1: the id, $2: the offset.</summary>
    public string Piece { get; } =
        $"SELECT start, bytes FROM {schema}.uploaded_file_pieces WHERE file = $1 AND start <= $2 ORDER BY start DESC LIMIT 1";

    /// <summary>$1: the id.</summary>
    public string Delete { get; } = $"DELETE FROM {schema}.uploaded_files WHERE id = $1";

    /// <summary>$1: the session, $2: the name of the document.</summary>
    public string ReadDocument { get; } = $"SELECT version, bytes FROM {schema}.session_documents WHERE session = $1 AND document = $2";

    /// <summary>Writes in any case. $1: the session, $2: the name of the document, $3: the bytes.</summary>
    public string SetDocument { get; } =
        $"""
        INSERT INTO {schema}.session_documents AS there (session, document, version, bytes) VALUES ($1, $2, 1, $3)
        ON CONFLICT (session, document) DO UPDATE SET version = there.version + 1, bytes = $3
        RETURNING version
        """;

    /// <summary>Writes a new one. Parameters as before.</summary>
    public string AddDocument { get; } =
        $"""
        INSERT INTO {schema}.session_documents (session, document, version, bytes) VALUES ($1, $2, 1, $3)
        ON CONFLICT (session, document) DO NOTHING
        RETURNING version
        """;

    /// <summary>Writes one of a version. $4: the version; others as before.</summary>
    public string ChangeDocument { get; } =
        $"""
        UPDATE {schema}.session_documents SET version = version + 1, bytes = $3 WHERE session = $1 AND document = $2 AND version = $4
        RETURNING version
        """;

    /// <summary>$1: the session.</summary>
    public string DeleteSession { get; } = $"DELETE FROM {schema}.session_documents WHERE session = $1";

    public string Sessions { get; } = $"SELECT DISTINCT session FROM {schema}.session_documents";

    /// <summary>New with version 5 of the schema. Pieces are not compressed: they are deleted within a day, and are written and read once or twice.</summary>
    public static string Create(string schema) => $"""
        CREATE TABLE IF NOT EXISTS {schema}.uploaded_files (
            id text COLLATE "C" PRIMARY KEY,
            name text NOT NULL,
            size bigint NOT NULL,
            user_id text NOT NULL,
            created_at timestamp with time zone NOT NULL,
            received bigint NOT NULL
        );

        CREATE TABLE IF NOT EXISTS {schema}.uploaded_file_pieces (
            file text COLLATE "C" NOT NULL REFERENCES {schema}.uploaded_files (id) ON DELETE CASCADE,
            start bigint NOT NULL,
            bytes bytea NOT NULL,
            PRIMARY KEY (file, start)
        );

        ALTER TABLE {schema}.uploaded_file_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;

        CREATE TABLE IF NOT EXISTS {schema}.session_documents (
            session text COLLATE "C" NOT NULL,
            document text COLLATE "C" NOT NULL,
            version bigint NOT NULL,
            bytes bytea NOT NULL,
            PRIMARY KEY (session, document)
        );

        """;
}
