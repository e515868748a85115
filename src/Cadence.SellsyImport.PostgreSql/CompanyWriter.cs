using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Finds or adds the companies of a batch, and keeps them from being removed until its commit.</summary>
/// <param name="connection">The connection, in a transaction that holds the <see cref="SchemaWriteLock"/>.</param>
/// <param name="statements">The statements.</param>
/// <param name="incoming">The companies.</param>
/// <param name="origin">The batch.</param>
/// <param name="account">The Sellsy account of the companies' ids.</param>
/// <param name="copiesAll">
/// Whether to add all missing companies by COPY, which takes a quarter of the server time of an INSERT that allows for other writers. If another program
/// adds one of them in between, the copy fails, and the transaction has to roll back to a savepoint.
/// </param>
internal sealed class CompanyWriter(NpgsqlConnection connection, CompanyStatements statements, IncomingCompanies incoming, BatchOrigin origin, string account, bool copiesAll)
{
    private OpenCompanies _open = new(incoming);

    /// <summary>The statements that look for the companies, for the caller to send with others; empty if none of them can exist.</summary>
    public IEnumerable<NpgsqlBatchCommand> Keep()
    {
        if (_open.AreAllNew)
        {
            return [];
        }

        var keep = new NpgsqlBatchCommand(statements.Keep);
        keep.Parameters.AddRange(_open.Keys());
        keep.Parameters.Add(Values.Text(account));
        return [new(statements.ByIndexes), keep, new(statements.AsPlanned)];
    }

    /// <summary>Reads the result of <see cref="Keep"/>.</summary>
    public async Task ReadKeptAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (!_open.AreAllNew && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _open.Found(new(reader));
        }
    }

    /// <summary>Adds what was not found by <see cref="Keep"/>.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await AddAsync(cancellationToken).ConfigureAwait(false);

        // Another program may add a company at any moment, so companies without a row are looked up again.
        while ((_open = new(incoming)) is { AreNone: false })
        {
            await KeepAsync(cancellationToken).ConfigureAwait(false);
            await AddAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in Keep())
        {
            batch.BatchCommands.Add(command);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await ReadKeptAsync(reader, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        var missing = FirstOfEach(_open.Places);
        await CopyAsync(copiesAll ? [.. _open.Alone, .. missing.Select(index => incoming[index])] : _open.Alone, cancellationToken).ConfigureAwait(false);
        if (copiesAll)
        {
            Place(missing.ToDictionary(index => incoming[index].Key, index => incoming[index].Stored!.Value.Id));
        }
        else
        {
            await AddAsync(missing, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds companies that no other program is expected to add. No other program can add one with neither id nor name.</summary>
    private async Task CopyAsync(List<IncomingCompany> companies, CancellationToken cancellationToken)
    {
        var missing = companies.FindAll(company => company.Stored is null);
        if (missing.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(statements.NextIds, connection);
        command.Parameters.Add(Values.Number(missing.Count));
        var ids = (long[])(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        for (var i = 0; i < ids.Length; i++)
        {
            missing[i].Stored = new(ids[i], DiffersFromIncoming: false);
        }

        using var rows = new CompanyCopy(origin, account);
        await CopyCommand.RunAsync(
            connection,
            statements.Copy,
            rows.Buffer,
            missing,
            company => rows.Add(company.Stored!.Value.Id, company.NameKey, company.Company),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Of the companies with the same key, the first one becomes the row.</summary>
    private List<int> FirstOfEach(List<int> open)
    {
        var keys = new HashSet<(string?, string?)>();
        return open.FindAll(index => incoming[index].Stored is null && keys.Add(incoming[index].Key));
    }

    private async Task AddAsync(List<int> missing, CancellationToken cancellationToken)
    {
        if (missing.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(statements.Add, connection);
        command.Parameters.AddRange(incoming.Parameters(missing).ToArray());
        command.Parameters.Add(Values.Number(origin.Import));
        command.Parameters.Add(Values.Number(origin.Number));
        command.Parameters.Add(Values.Text(account));
        var added = new Dictionary<(string?, string?), long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            added.Add((reader.TextOrNull(1), reader.TextOrNull(2)), reader.GetInt64(0));
        }

        foreach (var index in missing)
        {
            if (added.TryGetValue(incoming[index].Key, out var id))
            {
                incoming[index].Stored = new(id, DiffersFromIncoming: false);
            }
        }

        Place(added);
    }

    /// <summary>Assigns the added rows to the other companies with the same keys, whose values differ.</summary>
    private void Place(Dictionary<(string?, string?), long> added)
    {
        for (var i = 0; i < incoming.Count; i++)
        {
            if (incoming[i] is { Stored: null, IsAlone: false } && added.TryGetValue(incoming[i].Key, out var id))
            {
                incoming[i].Stored = new(id, DiffersFromIncoming: true);
            }
        }
    }
}
