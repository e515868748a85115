namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The statements for the batches of a ledger whose leads are elsewhere.</summary>
internal sealed class RecordStatements(string schema)
{
    private const string Columns = "import_id, number, stage, content";

    /// <summary>$1: the import's id, $2 and $3: the numbers of the first and the last batch.</summary>
    public string Read { get; } =
        $"""
        SELECT {Columns} FROM {schema}.import_records JOIN {schema}.imports ON imports.id = import
        WHERE import_id = $1 AND number BETWEEN $2 AND $3 ORDER BY number
        """;

    /// <summary>
    /// The newest batch that is not undone. Batches are undone newest first, so the next one has the number before the lowest undone one. $1: the import's id.
    /// </summary>
    public string Newest { get; } =
        $"""
        SELECT {Columns} FROM {schema}.import_records JOIN {schema}.imports ON imports.id = import
        WHERE import_id = $1 AND number < coalesce(
            (SELECT min(number) FROM {schema}.import_records AS undone WHERE undone.import = imports.id AND undone.stage = 'undone'), 2147483647)
        ORDER BY number DESC LIMIT 1
        """;

    /// <summary>$1 and $2: import and batch, $3: the stage, $4: the content.</summary>
    public string Set { get; } =
        $"""
        INSERT INTO {schema}.import_records (import, number, stage, content) VALUES ($1, $2, $3, $4)
        ON CONFLICT (import, number) DO UPDATE SET stage = $3, content = $4
        """;

    /// <summary>True for an import that has a batch after those that are written.</summary>
    public static string IsInDoubt(string schema) =>
        $"EXISTS (SELECT FROM {schema}.import_records WHERE import = imports.id AND number > imports.batches)";

    /// <summary>New with version 5 of the schema.</summary>
    public static string Create(string schema) => $"""
        CREATE TABLE IF NOT EXISTS {schema}.import_records (
            import bigint NOT NULL REFERENCES {schema}.imports (id),
            number integer NOT NULL,
            stage text NOT NULL CHECK (stage IN ('begun', 'written', 'undoing', 'undone')),
            content bytea NOT NULL,
            PRIMARY KEY (import, number)
        );

        CREATE INDEX IF NOT EXISTS import_records_undone ON {schema}.import_records (import, number) WHERE stage = 'undone';

        """;
}
