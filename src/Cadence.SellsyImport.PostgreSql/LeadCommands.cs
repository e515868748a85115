using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

internal static class LeadCommands
{
    public static async Task<ImmutableArray<ExistingLead>> FindAsync(
        NpgsqlConnection connection,
        LeadStatements statements,
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Find, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. sellsyContactIds.Where(StorableText.Is)] });
        command.Parameters.Add(Values.Text(sellsyAccount));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var found = ImmutableArray.CreateBuilder<ExistingLead>();
        var cadences = ImmutableArray.CreateBuilder<string>();
        string? current = null;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (reader.GetString(0) is var id && id != current)
            {
                AddFound();
                current = id;
            }

            if (!reader.IsDBNull(1))
            {
                cadences.Add(reader.GetString(1));
            }
        }

        AddFound();
        return found.DrainToImmutable();

        void AddFound()
        {
            if (current is not null)
            {
                found.Add(new(current) { RunningCadences = cadences.DrainToImmutable() });
            }
        }
    }

    /// <summary>Locks leads against changes until the commit.</summary>
    /// <returns>The leads that exist, by contact id.</returns>
    public static async Task<Dictionary<string, HeldLead>> HoldAsync(
        NpgsqlConnection connection,
        LeadStatements statements,
        string sellsyAccount,
        IEnumerable<string> sellsyContactIds,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Hold, connection);
        command.Parameters.Add(Values.Texts(sellsyContactIds));
        command.Parameters.Add(Values.Text(sellsyAccount));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var held = new Dictionary<string, HeldLead>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            held.Add(
                reader.GetString(1),
                new(reader.GetInt64(0), reader.GetInt64(2), reader.NumberOrNull(3), reader.GetBoolean(4)));
        }

        return held;
    }
}
