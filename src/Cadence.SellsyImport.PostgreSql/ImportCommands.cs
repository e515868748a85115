using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Reads and starts imports, grants and releases their leases.</summary>
internal static class ImportCommands
{
    public static async Task<List<ImportRow>> AllAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        ImportFilter? filter,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.All, connection);
        command.Parameters.Add(Values.Text(filter?.Customer));
        command.Parameters.Add(Values.TextsOrNull(filter is { States.IsEmpty: false } ? filter.States.Select(EnumNames.Of) : null));
        return await ReadAsync(command, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<ImportRow?> FindAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        string importId,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Find, connection);
        command.Parameters.Add(Values.Text(importId));
        return (await ReadAsync(command, cancellationToken).ConfigureAwait(false)) is [var found] ? found : null;
    }

    /// <summary>The import of this id, or the one that this plan would resume, or else the finished one that had this plan.</summary>
    public static async Task<ImportRow?> FindAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        ImportStart start,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(connection, statements, start.Import.ImportId, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        await using var command = new NpgsqlCommand(statements.FindByPlan, connection);
        command.Parameters.Add(Values.Text(start.PlanHash));
        command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = start.Plan });
        return (await ReadAsync(command, cancellationToken).ConfigureAwait(false)) is [var open] ? open : null;
    }

    public static async Task<LedgerImport> StartAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        ImportStart start,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var found = await FindAsync(connection, statements, start, cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            await AddAsync(connection, statements, start.Import, start.PlanHash, start.Plan, cancellationToken).ConfigureAwait(false);
            found = await FindAsync(connection, statements, start.Import.ImportId, cancellationToken).ConfigureAwait(false);
        }
        else if (found.Import.State is not (ImportState.Running or ImportState.Interrupted)
            || found.Import.PlanHash != start.PlanHash
            || !found.CanBeTakenBy(start.Lease, start.TakeOverFrom, now))
        {
            return found.Import;
        }
        else
        {
            await using var command = new NpgsqlCommand(statements.SetPlan, connection);
            command.Parameters.Add(Values.Number(found.Number));
            command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = start.Plan });
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await TakeAsync(connection, statements, found!, ImportState.Running, start.Lease.TakenAt(now), cancellationToken).ConfigureAwait(false);
        return (await FindAsync(connection, statements, found!.Import.Import.ImportId, cancellationToken).ConfigureAwait(false))!.Import;
    }

    public static async Task AddAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        ImportInfo import,
        string planHash,
        ReadOnlyMemory<byte> plan,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Start, connection);
        command.Parameters.Add(Values.Text(import.ImportId));
        command.Parameters.Add(Values.Text(import.FileName));
        command.Parameters.Add(Values.Text(import.FileHash));
        command.Parameters.Add(Values.Text(import.FileLocation));
        command.Parameters.Add(Values.Text(import.MappingHash));
        command.Parameters.Add(Values.Text(EnumNames.Of(import.ExistingLeads)));
        command.Parameters.Add(Values.Time(import.StartedAt));
        command.Parameters.Add(Values.Text(import.StartedBy));
        command.Parameters.Add(Values.Text(planHash));
        command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = plan });
        command.Parameters.Add(Values.Text(import.Customer));
        command.Parameters.Add(Values.Text(import.SellsyAccount));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores that an import is asked to stop, where somebody writes for it.</summary>
    public static async Task<LedgerImport?> RequestCancelAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        string importId,
        CancelRequest request,
        CancellationToken cancellationToken)
    {
        var found = await FindAsync(connection, statements, importId, cancellationToken).ConfigureAwait(false);
        if (found is null or not { Import: { State: ImportState.Running or ImportState.Undoing, Lease: not null, CancelRequest: null } })
        {
            return found?.Import;
        }

        await using var command = new NpgsqlCommand(statements.RequestCancel, connection);
        command.Parameters.Add(Values.Number(found.Number));
        command.Parameters.Add(Values.Time(request.RequestedAt));
        command.Parameters.Add(Values.Text(request.RequestedBy));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return found.Import with { CancelRequest = request };
    }

    public static async Task TakeAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        ImportRow import,
        ImportState state,
        ImportLease lease,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Take, connection);
        command.Parameters.Add(Values.Number(import.Number));
        command.Parameters.Add(Values.Text(EnumNames.Of(state)));
        command.Parameters.Add(Values.Text(lease.Token));
        command.Parameters.Add(Values.Text(lease.Holder));
        command.Parameters.Add(Values.Time(lease.TakenAt));
        command.Parameters.Add(Values.Time(lease.ExpiresAt));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Releases the lease.</summary>
    public static async Task EndAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        long import,
        ImportState state,
        DateTimeOffset? endedAt,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.End, connection);
        command.Parameters.Add(Values.Number(import));
        command.Parameters.Add(Values.Text(EnumNames.Of(state)));
        command.Parameters.Add(Values.TimeOrNull(endedAt));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task<byte[]> PlanAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        string importId,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Plan, connection);
        command.Parameters.Add(Values.Text(importId));
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) ?? [];
    }

    private static async Task<List<ImportRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var imports = new List<ImportRow>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            imports.Add(new(reader.GetInt64(0), Current(reader), reader.TextOrNull(16)));
        }

        return imports;
    }

    private static LedgerImport Current(NpgsqlDataReader reader)
    {
        var import = new ImportInfo(reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(5), reader.TimeOrNull(8)!.Value)
        {
            FileLocation = reader.TextOrNull(4),
            ExistingLeads = EnumNames.Parse<ExistingLeadPolicy>(reader.GetString(6)),
            StartedBy = reader.TextOrNull(9),
            Customer = reader.TextOrNull(28),
            SellsyAccount = reader.GetString(31),
        };
        var counts = new ImportCounts(
            reader.GetInt64(21), reader.GetInt64(22), reader.GetInt64(23), reader.GetInt64(24), reader.GetInt64(25), reader.GetInt64(26));
        return new(import, reader.GetString(7), EnumNames.Parse<ImportState>(reader.GetString(10)), counts)
        {
            EndedAt = reader.TimeOrNull(11),
            CancelRequest = reader.TimeOrNull(29) is { } requested ? new(requested, reader.TextOrNull(30)) : null,
            Lease = reader.TextOrNull(12) is { } token
                ? new(token, reader.GetString(13), reader.TimeOrNull(14)!.Value, reader.TimeOrNull(15)!.Value)
                : null,
            Batches = reader.GetInt32(17),
            HasBatchInDoubt = reader.GetBoolean(27),
            Next = reader.NumberOrNull(18) is { } row ? new(row, reader.GetInt64(19), reader.GetInt64(20)) : null,
        };
    }
}
