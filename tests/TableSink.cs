using System.Collections.Immutable;
using System.Data.Common;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests;

/// <summary>
/// A sink as a host writes it over a table of its own, in SQLite or PostgreSQL. Each lead is committed by itself, so that a kill leaves a part of a
/// batch. It has no ledger and remembers no batch.
/// </summary>
internal sealed class TableSink(Func<DbConnection> connect, FaultInjector? faults = null) : IAnsweringLeadSink, ILeadUpdater, ILeadRemover
{
    public const string Create =
        """
        CREATE TABLE IF NOT EXISTS people (id text PRIMARY KEY, lead text NOT NULL, version bigint NOT NULL);
        CREATE TABLE IF NOT EXISTS sent_although_there (id text NOT NULL);
        """;

    private readonly FaultInjector _faults = faults ?? new(0);

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        _faults.CallAsync(
            async () => (await ReadAsync(sellsyContactIds, cancellationToken)).Select(lead => new ExistingLead(lead.Lead.SellsyContactId)).ToImmutableArray(),
            cancellationToken);

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        _faults.CallAsync(async () => (await ReadAsync(sellsyContactIds, cancellationToken)).ToImmutableArray(), cancellationToken);

    public ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        EachAsync(batch.Entries, nameof(AddLeadsAsync), cancellationToken, async (connection, entry) =>
        {
            var version = NewVersion();
            const string Sql = "INSERT INTO people (id, lead, version) VALUES (@id, @lead, @version) ON CONFLICT (id) DO NOTHING";
            if (await RunAsync(connection, Sql, ("@id", entry.Lead.SellsyContactId), ("@lead", Json(entry)), ("@version", version)) == 1)
            {
                return LeadAnswer.Added(version);
            }

            await RunAsync(connection, "INSERT INTO sent_although_there (id) VALUES (@id)", ("@id", entry.Lead.SellsyContactId));
            return LeadEntryOutcome.AlreadyPresent;
        });

    public ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        EachAsync(batch.Entries, nameof(UpdateAsync), cancellationToken, async (connection, entry) =>
        {
            var (id, version) = (entry.Lead.SellsyContactId, NewVersion());
            const string Sql = "UPDATE people SET lead = @lead, version = @version WHERE id = @id AND version = @before";
            if (await RunAsync(connection, Sql, ("@id", id), ("@lead", Json(entry)), ("@version", version), ("@before", entry.Before!.Version)) == 1)
            {
                return LeadAnswer.Updated(version);
            }

            return await IsThereAsync(connection, id) ? LeadEntryOutcome.ChangedMeanwhile : (LeadAnswer)LeadEntryOutcome.Vanished;
        });

    public ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(
        ImportInfo import,
        ImmutableArray<LeadVersion> leads,
        CancellationToken cancellationToken = default) =>
        EachAsync(leads, nameof(RemoveAsync), cancellationToken, async (connection, lead) =>
        {
            var id = lead.Lead.SellsyContactId;
            return await RunAsync(connection, "DELETE FROM people WHERE id = @id AND version = @before", ("@id", id), ("@before", lead.Version)) == 1
                ? UndoOutcome.Removed
                : await IsThereAsync(connection, id) ? UndoOutcome.Kept : UndoOutcome.Vanished;
        });

    /// <summary>Changes a lead as a person does.</summary>
    public async ValueTask EditAsync(string id, Func<Lead, Lead> edit)
    {
        await using var connection = await OpenAsync(default);
        var there = Assert(await ReadAsync(connection, id));
        await RunAsync(
            connection,
            "UPDATE people SET lead = @lead, version = @version WHERE id = @id",
            ("@id", id), ("@lead", LeadSnapshot.ToJson(there with { Lead = edit(there.Lead) })), ("@version", NewVersion()));

        static LeadVersion Assert(LeadVersion? lead) => lead ?? throw new InvalidOperationException("The lead is not there.");
    }

    /// <summary>Removes a lead as a person does.</summary>
    public async ValueTask RemoveAsync(string id)
    {
        await using var connection = await OpenAsync(default);
        await RunAsync(connection, "DELETE FROM people WHERE id = @id", ("@id", id));
    }

    /// <summary>All leads, by their ids.</summary>
    public async Task<List<LeadVersion>> AllAsync()
    {
        await using var connection = await OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT lead, version FROM people";
        return [.. (await ReadAsync(command)).OrderBy(lead => lead.Lead.SellsyContactId, StringComparer.Ordinal)];
    }

    private static long NewVersion() => Random.Shared.NextInt64();

    private static string Json(LeadEntry entry) => LeadSnapshot.ToJson(new(entry.Lead, entry.Owner, 0));

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = connect();
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Lead by lead, so that each is a place to be killed at.</summary>
    private async ValueTask<ImmutableArray<TResult>> EachAsync<T, TResult>(
        ImmutableArray<T> items, string method, CancellationToken cancellationToken, Func<DbConnection, T, Task<TResult>> work)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var connection = await OpenAsync(cancellationToken);
        var results = ImmutableArray.CreateBuilder<TResult>(items.Length);
        foreach (var item in items)
        {
            results.Add(await _faults.CallAsync(async () => await work(connection, item), cancellationToken, method));
        }

        return results.MoveToImmutable();
    }

    private async Task<List<LeadVersion>> ReadAsync(ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var connection = await OpenAsync(cancellationToken);
        var leads = new List<LeadVersion>();
        foreach (var id in ids)
        {
            if (await ReadAsync(connection, id) is { } lead)
            {
                leads.Add(lead);
            }
        }

        return leads;
    }

    private static async Task<LeadVersion?> ReadAsync(DbConnection connection, string id)
    {
        await using var command = Command(connection, "SELECT lead, version FROM people WHERE id = @id", ("@id", id));
        return (await ReadAsync(command)).SingleOrDefault();
    }

    private static async Task<List<LeadVersion>> ReadAsync(DbCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var leads = new List<LeadVersion>();
        while (await reader.ReadAsync())
        {
            leads.Add(LeadSnapshot.FromJson(reader.GetString(0)) with { Version = reader.GetInt64(1) });
        }

        return leads;
    }

    private static async Task<bool> IsThereAsync(DbConnection connection, string id) => await ReadAsync(connection, id) is not null;

    private static async Task<int> RunAsync(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
