using Cadence.SellsyImport.PostgreSql;
using Npgsql;

namespace Cadence.SellsyImport.Quartz;

/// <summary>Reads the columns of a job in the order of <see cref="JobStatements"/>.</summary>
internal static class JobRowReader
{
    public static JobRow Read(NpgsqlDataReader reader) => new(
        new(reader.GetString(0), reader.GetString(1)),
        Enum.Parse<ImportWork>(reader.GetString(2)),
        Enum.Parse<ImportJobState>(reader.GetString(3)),
        reader.GetString(5))
    {
        FileId = reader.TextOrNull(4),
        FileHash = reader.IsDBNull(6) ? default : reader.GetFieldValue<byte[]>(6),
        Profile = reader.TextOrNull(7),
        ExistingLeads = reader.TextOrNull(8) is { } policy ? Enum.Parse<ExistingLeadPolicy>(policy) : null,
        StartedBy = reader.TextOrNull(9),
        Attempts = reader.GetInt32(10),
        Batches = reader.GetInt32(11),
        Reason = reader.TextOrNull(12),
        ReasonArguments = [.. reader.GetFieldValue<string[]>(13)],
        EnqueuedAt = reader.GetFieldValue<DateTimeOffset>(14),
        EndedAt = reader.TimeOrNull(15),
        SellsyAccount = reader.TextOrNull(16),
        Place = reader.GetFieldValue<DateTimeOffset>(17),
    };
}
