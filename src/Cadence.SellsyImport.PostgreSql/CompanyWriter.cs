using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Finds or adds the companies of a batch, and keeps them from being removed until its commit.</summary>
/// <param name="connection">The connection, in a transaction that has its turn.</param>
/// <param name="statements">The statements.</param>
/// <param name="told">The companies.</param>
/// <param name="origin">The batch.</param>
/// <param name="copiesAll">
/// Whether all that are not found are copied, which takes a quarter of the server's time for an INSERT that expects others: where another program adds
/// one of them in between, the copy fails, and the transaction has to go back to a savepoint.
/// </param>
internal sealed class CompanyWriter(NpgsqlConnection connection, CompanyStatements statements, ToldCompanies told, BatchOrigin origin, bool copiesAll)
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        // A host's own program may add a company at any moment: what is not there in the end is looked for again.
        while (new OpenCompanies(told) is { AreNone: false } open)
        {
            await KeepAsync(open, cancellationToken).ConfigureAwait(false);
            var missing = FirstOfEach(open.Places);
            await CopyAsync(copiesAll ? [.. open.Alone, .. missing.Select(index => told[index])] : open.Alone, cancellationToken).ConfigureAwait(false);
            if (copiesAll)
            {
                Place(missing.ToDictionary(index => told[index].Key, index => told[index].Stored!.Value.Id));
            }
            else
            {
                await AddAsync(missing, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task KeepAsync(OpenCompanies open, CancellationToken cancellationToken)
    {
        if (open.AreAllNew)
        {
            return;
        }

        var keep = new NpgsqlBatchCommand(statements.Keep);
        keep.Parameters.AddRange(open.Keys());
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(statements.ByIndexes), keep, new(statements.AsPlanned) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            open.Found(new(reader));
        }
    }

    /// <summary>Adds rows that nobody else is expected to add; surely those of companies with neither id nor name.</summary>
    private async Task CopyAsync(List<ToldCompany> companies, CancellationToken cancellationToken)
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
            missing[i].Stored = new(ids[i], IsToldOtherwise: false);
        }

        using var rows = new CompanyCopy(origin);
        await CopyCommand.RunAsync(
            connection,
            statements.Copy,
            rows.Buffer,
            missing,
            company => rows.Add(company.Stored!.Value.Id, company.NameKey, company.Company),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Of those that are known by the same, the first one becomes the row.</summary>
    private List<int> FirstOfEach(List<int> open)
    {
        var keys = new HashSet<(string?, string?)>();
        return open.FindAll(index => told[index].Stored is null && keys.Add(told[index].Key));
    }

    private async Task AddAsync(List<int> missing, CancellationToken cancellationToken)
    {
        if (missing.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(statements.Add, connection);
        command.Parameters.AddRange(told.Parameters(missing).ToArray());
        command.Parameters.Add(Values.Number(origin.Import));
        command.Parameters.Add(Values.Number(origin.Number));
        var added = new Dictionary<(string?, string?), long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            added.Add((reader.TextOrNull(1), reader.TextOrNull(2)), reader.GetInt64(0));
        }

        foreach (var index in missing)
        {
            if (added.TryGetValue(told[index].Key, out var id))
            {
                told[index].Stored = new(id, IsToldOtherwise: false);
            }
        }

        Place(added);
    }

    /// <summary>Gives the companies that are told in another way than those that were added the same rows.</summary>
    private void Place(Dictionary<(string?, string?), long> added)
    {
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is { Stored: null, IsAlone: false } && added.TryGetValue(told[i].Key, out var id))
            {
                told[i].Stored = new(id, IsToldOtherwise: true);
            }
        }
    }
}
