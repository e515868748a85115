using Cadence.SellsyImport.PostgreSql;
using Npgsql;

namespace Cadence.SellsyImport.Quartz;

/// <summary>The recurring imports, from which their jobs can be made again. Thread-safe.</summary>
internal sealed class RecurringRegistry(JobDatabase database)
{
    private readonly string _columns = "customer, name, schedule, folder, link, profile, existing_leads, alarm, sellsy_account";
    private readonly string _table = $"{database.Schema}.recurring_imports";

    public static string Create(string schema) =>
        $"""
        CREATE TABLE IF NOT EXISTS {schema}.recurring_imports (
          customer text NOT NULL,
          name text NOT NULL,
          schedule text NOT NULL,
          folder text,
          link text,
          profile text NOT NULL,
          existing_leads text,
          alarm text,
          sellsy_account text,
          PRIMARY KEY (customer, name));
        """;

    public async Task SetAsync(NpgsqlTransaction transaction, RecurringImport import, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO {_table} (customer, name, schedule, folder, link, profile, existing_leads, sellsy_account) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (customer, name) DO UPDATE SET schedule = $3, folder = $4, link = $5, profile = $6, existing_leads = $7, sellsy_account = $8, alarm = NULL
            """,
            transaction.Connection,
            transaction);
        Add(
            command,
            import.Customer ?? "",
            import.Name,
            import.Schedule,
            import.Folder,
            import.Link?.ToString(),
            import.Profile.ToJson(),
            import.ExistingLeads?.ToString(),
            import.SellsyAccount);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteAsync(NpgsqlTransaction transaction, string customer, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"DELETE FROM {_table} WHERE customer = $1 AND name = $2", transaction.Connection, transaction);
        Add(command, customer, name);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task SetAlarmAsync(RecurringImport import, string? alarm, CancellationToken cancellationToken) => database.RunAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand($"UPDATE {_table} SET alarm = $3 WHERE customer = $1 AND name = $2", connection);
            Add(command, import.Customer ?? "", import.Name, alarm);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    public async Task<RecurringImport?> FindAsync(string customer, string name, CancellationToken cancellationToken) =>
        (await ReadAllAsync(cancellationToken).ConfigureAwait(false)).SingleOrDefault(import => (import.Customer ?? "", import.Name) == (customer, name));

    public Task<List<RecurringImport>> ReadAllAsync(CancellationToken cancellationToken) => database.RunAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand($"SELECT {_columns} FROM {_table} ORDER BY customer, name", connection);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var imports = new List<RecurringImport>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                imports.Add(Read(reader));
            }

            return imports;
        },
        cancellationToken);

    private static RecurringImport Read(NpgsqlDataReader reader) =>
        new(reader.GetString(1), reader.GetString(2), ImportProfile.Parse(reader.GetString(5), reader.GetString(1)))
        {
            Customer = reader.GetString(0) is { Length: > 0 } customer ? customer : null,
            Folder = reader.TextOrNull(3),
            Link = reader.TextOrNull(4) is { } link ? new Uri(link) : null,
            ExistingLeads = reader.TextOrNull(6) is { } policy ? Enum.Parse<ExistingLeadPolicy>(policy) : null,
            Alarm = reader.TextOrNull(7),
            SellsyAccount = reader.TextOrNull(8),
        };

    private static void Add(NpgsqlCommand command, params string?[] texts) =>
        command.Parameters.AddRange(texts.Select(text => new NpgsqlParameter<string?> { TypedValue = text }).ToArray<NpgsqlParameter>());
}
