using Npgsql;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Where a contestant writes to.</summary>
/// <param name="Connection">How the database is reached.</param>
/// <param name="Schema">A schema that is not there yet.</param>
internal sealed record PostgreSqlTarget(NpgsqlConnectionStringBuilder Connection, string Schema);
