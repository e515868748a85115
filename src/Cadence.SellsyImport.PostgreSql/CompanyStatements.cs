namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The statements that find and add companies.</summary>
internal sealed class CompanyStatements(string schema)
{
    private static readonly string IncomingRows =
        $"""
        unnest($1::text[], {string.Join(", ", Enumerable.Range(2, CompanyColumns.Count).Select(Array))})
            AS told (name_key, {CompanyColumns.All})
        """;

    /// <summary>
    /// Finds companies and locks them against removal until the commit. $1: Sellsy ids, $2: keys of names, $3: ids, $4: the account of the Sellsy ids. The arrays are subqueries, which hide
    /// their length from the planner: a growing table has no statistics, and the planner would choose a full scan. Run it between <see cref="ByIndexes"/>
    /// and <see cref="AsPlanned"/>: otherwise the planner would still scan a small table, and compare each row with each key.
    /// </summary>
    public string Keep { get; } =
        $"""
        SELECT id, name_key, {CompanyColumns.All} FROM {schema}.companies
        WHERE (sellsy_id = ANY ((SELECT $1)::text[]) AND sellsy_account = $4) OR name_key = ANY ((SELECT $2)::text[]) OR id = ANY ((SELECT $3)::bigint[])
        ORDER BY id FOR KEY SHARE
        """;

    public string ByIndexes { get; } = "SET LOCAL enable_seqscan = off";

    public string AsPlanned { get; } = "SET LOCAL enable_seqscan TO DEFAULT";

    /// <summary>
    /// Adds companies with an id or a name, with the parameters of <see cref="IncomingCompanies.Parameters"/>. Returns no row for a
    /// company that another program adds at the same moment.
    /// </summary>
    public string Add { get; } =
        $"""
        INSERT INTO {schema}.companies ({CompanyColumns.All}, name_key, created_by_import, created_by_batch, sellsy_account)
        SELECT {CompanyColumns.All}, name_key, ${CompanyColumns.Count + 2}, ${CompanyColumns.Count + 3},
            CASE WHEN sellsy_id IS NULL THEN '' ELSE ${CompanyColumns.Count + 4} END FROM {IncomingRows}
        ON CONFLICT DO NOTHING
        RETURNING id, sellsy_id, name_key
        """;

    /// <summary>Ids for new companies, ascending. $1: how many.</summary>
    public string NextIds { get; } =
        $"""
        SELECT array_agg(id ORDER BY id)
        FROM (SELECT nextval((SELECT pg_get_serial_sequence('{schema.Replace("'", "''", StringComparison.Ordinal)}.companies', 'id'))) AS id
            FROM generate_series(1, $1)) AS next
        """;

    /// <summary>Adds companies that no other program has added: those that belong to one lead alone, and those that were not found.</summary>
    public string Copy { get; } =
        $"COPY {schema}.companies ({CompanyColumns.All}, name_key, created_by_import, created_by_batch, id, version, sellsy_account) FROM STDIN (FORMAT BINARY)";

    private static string Array(int number) => $"${number}::{(number == CompanyColumns.AddressLines + 2 ? "jsonb" : "text")}[]";
}
