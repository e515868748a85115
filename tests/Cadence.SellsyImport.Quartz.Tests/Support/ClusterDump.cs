using Npgsql;

namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>All that an import leaves in the default schema, without the numbers and times that differ from run to run.</summary>
internal static class ClusterDump
{
    private static readonly string[] Queries =
    [
        """
        SELECT to_jsonb(l) - '{id,company_id,version,edits,created_by_import}'::text[] || jsonb_build_object('company', c.sellsy_id, 'import', i.import_id)
        FROM cadence_import.leads l LEFT JOIN cadence_import.companies c ON c.id = l.company_id LEFT JOIN cadence_import.imports i ON i.id = l.created_by_import
        ORDER BY l.sellsy_contact_id
        """,
        """
        SELECT to_jsonb(c) - '{id,version,edits,created_by_import}'::text[] || jsonb_build_object('import', i.import_id)
        FROM cadence_import.companies c LEFT JOIN cadence_import.imports i ON i.id = c.created_by_import ORDER BY c.sellsy_id
        """,
        """
        SELECT jsonb_build_array(import_id, file_name, file_hash, mapping_hash, state, batches, next_row, rows_read, added, updated, unchanged, skipped, errors)
        FROM cadence_import.imports ORDER BY import_id
        """,
        """
        SELECT jsonb_build_array(i.import_id, b.number, b.first_row, encode(b.row_outcomes, 'hex'), b.refused_rows, encode(b.refused_outcomes, 'hex'),
          encode(b.outcomes, 'hex'), b.created_rows, b.created_contacts)
        FROM cadence_import.import_batches b JOIN cadence_import.imports i ON i.id = b.import ORDER BY i.import_id, b.number
        """,
    ];

    public static async Task<List<string>> OfAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(CancellationToken.None);
        var lines = new List<string>();
        foreach (var query in Queries)
        {
            await using var command = new NpgsqlCommand($"SELECT rows::text FROM ({query}) AS q (rows)", connection);
            await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
            while (await reader.ReadAsync(CancellationToken.None))
            {
                lines.Add(reader.GetString(0));
            }
        }

        return lines;
    }
}
