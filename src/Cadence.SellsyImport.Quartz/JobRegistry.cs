using System.Collections.Immutable;
using Npgsql;

namespace Cadence.SellsyImport.Quartz;

/// <summary>What was asked for, and whether it is done. Quartz's tables can be made again from it. Thread-safe.</summary>
internal sealed class JobRegistry(JobDatabase database)
{
    private readonly JobStatements _statements = new(database.Schema);

    public Task<JobRow?> FindAsync(ImportJobKey key, CancellationToken cancellationToken) => RowAsync(_statements.Find, key, cancellationToken);

    /// <summary>Counts a try that begins.</summary>
    /// <returns>The job; null where there is nothing to do.</returns>
    public Task<JobRow?> BeginAsync(ImportJobKey key, CancellationToken cancellationToken) => RowAsync(_statements.Begin, key, cancellationToken);

    public async Task<bool> AddAsync(NpgsqlTransaction transaction, JobRow row, CancellationToken cancellationToken)
    {
        await using var command = Command(
            transaction.Connection!,
            _statements.Add,
            row.Key,
            Text(row.Work.ToString()),
            Text(row.FileId),
            Text(row.FileName),
            new NpgsqlParameter<byte[]> { TypedValue = row.FileHash.ToArray() },
            Text(row.Profile),
            Text(row.ExistingLeads?.ToString()),
            Text(row.StartedBy),
            Text(row.SellsyAccount));
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Gives an import other work.</summary>
    /// <returns>Whether it is other work; it is not where the import has the same work and has not failed.</returns>
    public async Task<bool> SetWorkAsync(NpgsqlTransaction transaction, ImportJobKey key, ImportWork work, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction.Connection!, _statements.SetWork, key, Text(work.ToString()));
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    public Task ProgressAsync(ImportJobKey key, int batches, CancellationToken cancellationToken) =>
        ExecuteAsync(_statements.Progress, key, cancellationToken, new NpgsqlParameter<int> { TypedValue = batches });

    public Task TakeBackAsync(ImportJobKey key, CancellationToken cancellationToken) => ExecuteAsync(_statements.TakeBack, key, cancellationToken);

    public Task YieldAsync(ImportJobKey key, CancellationToken cancellationToken) => ExecuteAsync(_statements.Yield, key, cancellationToken);

    public Task FailAsync(ImportJobKey key, JobFailure failure, CancellationToken cancellationToken) =>
        ExecuteAsync(_statements.Fail, key, cancellationToken, Text(failure.Code), Texts(failure.Arguments));

    public Task EndAsync(JobRow row, JobFailure? failure, CancellationToken cancellationToken) => ExecuteAsync(
        _statements.End,
        row.Key,
        cancellationToken,
        Text(row.Work.ToString()),
        Text((failure is null ? ImportJobState.Done : ImportJobState.Failed).ToString()),
        Text(failure?.Code),
        Texts(failure?.Arguments ?? []));

    public Task<List<JobRow>> ReadAllAsync(CancellationToken cancellationToken) => ListAsync(_statements.All, JobRowReader.Read, cancellationToken);

    public Task<List<ImportJobKey>> ReadWaitingAsync(CancellationToken cancellationToken) =>
        ListAsync(_statements.Waiting, reader => new ImportJobKey(reader.GetString(0), reader.GetString(1)), cancellationToken);

    public Task<List<string>> ReadCustomersAsync(CancellationToken cancellationToken) =>
        ListAsync(_statements.Customers, reader => reader.GetString(0), cancellationToken);

    /// <summary>Whether it is time for a sweep; then it is the caller that sweeps.</summary>
    public async Task<bool> TakeSweepAsync(TimeSpan interval, CancellationToken cancellationToken) =>
        (await ListAsync(_statements.Sweep, _ => true, cancellationToken, Interval(interval)).ConfigureAwait(false)).Count > 0;

    /// <summary>Terminates the sessions that hold locks of the jobs and have been silent for that long.</summary>
    /// <returns>How many.</returns>
    public async Task<long> TerminateSilentAsync(TimeSpan silence, CancellationToken cancellationToken) =>
        (await ListAsync(_statements.TerminateSilent, reader => reader.GetInt64(0), cancellationToken, Interval(silence)).ConfigureAwait(false))[0];

    /// <summary>The jobs that have ended for longer than that.</summary>
    public Task<List<JobRow>> ReadExpiredAsync(TimeSpan age, CancellationToken cancellationToken) =>
        ListAsync(_statements.Expired, JobRowReader.Read, cancellationToken, Interval(age));

    /// <summary>Deletes a job, unless it has been given work again.</summary>
    public Task DeleteAsync(ImportJobKey key, CancellationToken cancellationToken) => ExecuteAsync(_statements.Delete, key, cancellationToken);

    private async Task<JobRow?> RowAsync(string sql, ImportJobKey key, CancellationToken cancellationToken) =>
        (await ListAsync(sql, JobRowReader.Read, cancellationToken, Text(key.Customer), Text(key.ImportId)).ConfigureAwait(false)).SingleOrDefault();

    private Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) =>
        database.RunAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                command.Parameters.AddRange(parameters);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                var list = new List<T>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    list.Add(read(reader));
                }

                return list;
            },
            cancellationToken);

    private Task ExecuteAsync(string sql, ImportJobKey key, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) => database.RunAsync(
        async connection =>
        {
            await using var command = Command(connection, sql, key, parameters);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, ImportJobKey key, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection) { Parameters = { Text(key.Customer), Text(key.ImportId) } };
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter Text(string? text) => new NpgsqlParameter<string?> { TypedValue = text };

    private static NpgsqlParameter Texts(ImmutableArray<string> texts) => new NpgsqlParameter<string[]> { TypedValue = [.. texts] };

    private static NpgsqlParameter Interval(TimeSpan time) => new NpgsqlParameter<TimeSpan> { TypedValue = time };
}
