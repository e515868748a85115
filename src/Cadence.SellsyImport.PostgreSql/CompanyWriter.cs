using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Finds or adds the companies of a batch, and keeps them from being removed until its commit.</summary>
internal sealed class CompanyWriter(NpgsqlConnection connection, CompanyStatements statements, ToldCompanies told, BatchOrigin origin)
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        // A host's own program may add or remove a company at any moment: what is not there in the end is looked for again.
        while (Open() is { Count: > 0 } open)
        {
            var found = await FindAsync(open, cancellationToken).ConfigureAwait(false);
            if (found.Count > 0 && !await AreKeptAsync(found, cancellationToken).ConfigureAwait(false))
            {
                told.Forget();
                continue;
            }

            var missing = FirstOfEach(open);
            if (missing.Count > 0)
            {
                await AddAsync(missing, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private List<int> Open()
    {
        var open = new List<int>();
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Stored is null)
            {
                open.Add(i);
            }
        }

        return open;
    }

    private async Task<HashSet<long>> FindAsync(List<int> open, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Find, connection);
        command.Parameters.AddRange(told.Parameters(open).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var found = new HashSet<long>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var id = reader.GetInt64(1);
            told[reader.GetInt32(0)].Stored = new(id, reader.GetBoolean(2));
            found.Add(id);
        }

        return found;
    }

    private async Task<bool> AreKeptAsync(HashSet<long> found, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Keep, connection);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. found] });
        return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))! == found.Count;
    }

    /// <summary>Of those that are known by the same, the first one becomes the row.</summary>
    private List<int> FirstOfEach(List<int> open)
    {
        var keys = new HashSet<(string?, string?)>();
        return open.FindAll(index => told[index].Stored is null && (told[index].IsAlone || keys.Add(told[index].Key)));
    }

    private async Task AddAsync(List<int> missing, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Add, connection);
        command.Parameters.AddRange(told.Parameters(missing).ToArray());
        command.Parameters.Add(new NpgsqlParameter<long?> { TypedValue = origin.Import });
        command.Parameters.Add(new NpgsqlParameter<int?> { TypedValue = origin.Number });
        var (alone, byKey) = (new List<long>(), new Dictionary<(string?, string?), long>());
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var key = (reader.TextOrNull(1), reader.TextOrNull(2));
                if (key is (null, null))
                {
                    alone.Add(reader.GetInt64(0));
                }
                else
                {
                    byKey.Add(key, reader.GetInt64(0));
                }
            }
        }

        Place(missing, alone, byKey);
    }

    /// <summary>The ids ascend in the order in which the rows were added, which is that of their places.</summary>
    private void Place(List<int> missing, List<long> alone, Dictionary<(string?, string?), long> byKey)
    {
        alone.Sort();
        var next = 0;
        foreach (var index in missing)
        {
            if (told[index].IsAlone)
            {
                told[index].Stored = new(alone[next++], IsToldOtherwise: false);
            }
            else if (byKey.TryGetValue(told[index].Key, out var id))
            {
                told[index].Stored = new(id, IsToldOtherwise: false);
            }
        }

        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is { Stored: null, IsAlone: false } && byKey.TryGetValue(told[i].Key, out var id))
            {
                told[i].Stored = new(id, IsToldOtherwise: true);
            }
        }
    }
}
