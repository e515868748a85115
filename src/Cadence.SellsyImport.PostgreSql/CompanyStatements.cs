namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The statements that find and add companies. Their parameters are those of <see cref="ToldCompanies.Parameters"/>.</summary>
internal sealed class CompanyStatements(string schema)
{
    private static readonly string Told =
        $"""
        unnest($1::integer[], $2::bigint[], $3::text[], {string.Join(", ", Enumerable.Range(4, CompanyColumns.Count).Select(Array))})
            AS told (place, own_id, name_key, {CompanyColumns.All})
        """;

    /// <summary>Each company that is there: its place, its id and whether it is told otherwise. Each branch is one look into an index.</summary>
    public string Find { get; } =
        $"""
        SELECT told.place, known.id, ROW ({CompanyColumns.Of("told.")}) IS DISTINCT FROM ROW ({CompanyColumns.Of("known.")})
        FROM {Told} CROSS JOIN LATERAL (
            SELECT * FROM {schema}.companies WHERE companies.sellsy_id = told.sellsy_id
            UNION ALL
            SELECT * FROM {schema}.companies WHERE companies.name_key = told.name_key
            UNION ALL
            SELECT * FROM {schema}.companies WHERE companies.id = told.own_id
        ) AS known
        """;

    /// <summary>Adds companies in the order of their places; of one that somebody else adds at the same moment nothing is returned.</summary>
    public string Add { get; } =
        $"""
        INSERT INTO {schema}.companies ({CompanyColumns.All}, name_key, created_by_import, created_by_batch)
        SELECT {CompanyColumns.All}, name_key, ${CompanyColumns.Count + 4}, ${CompanyColumns.Count + 5} FROM {Told} ORDER BY place
        ON CONFLICT DO NOTHING
        RETURNING id, sellsy_id, name_key
        """;

    /// <summary>Keeps companies from being removed until the commit. $1: their ids.</summary>
    public string Keep { get; } =
        $"SELECT count(*) FROM (SELECT FROM {schema}.companies WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE) AS kept";

    private static string Array(int number) => $"${number}::{(number == CompanyColumns.AddressLines + 4 ? "jsonb" : "text")}[]";
}
