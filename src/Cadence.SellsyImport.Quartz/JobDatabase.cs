using System.Net.Sockets;
using System.Transactions;
using Cadence.SellsyImport.PostgreSql;
using Npgsql;

namespace Cadence.SellsyImport.Quartz;

/// <summary>The database of the jobs: our table and Quartz's, in one schema, so that one transaction can write both. Thread-safe.</summary>
internal sealed class JobDatabase : IDisposable, IAsyncDisposable
{
    private readonly bool _ownsSource;
    private readonly string _server;
    private readonly string _name;

    public JobDatabase(QuartzJobsOptions options, NpgsqlDataSource? shared)
    {
        Schema = options.Schema;
        _ownsSource = options.DataSource is null && options.ConnectionString.Length > 0;
        Source = _ownsSource
            ? NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.ConnectionString) { IncludeErrorDetail = false, Enlist = false })
            : options.DataSource ?? shared ?? throw new SellsyImportException(
                ErrorCodes.OptionInvalid, $"{nameof(QuartzJobsOptions)}.{nameof(options.ConnectionString)}", "\"\"", "Host=…;Database=…;Username=…");
        var connection = new NpgsqlConnectionStringBuilder(Source.ConnectionString);
        _server = ServerName.Of(connection);
        _name = $"{_server}/{connection.Database ?? connection.Username}";
    }

    public NpgsqlDataSource Source { get; }

    public string Schema { get; }

    /// <summary>Creates the schema and the table where they are missing; one node at a time.</summary>
    public Task EnsureAsync(CancellationToken cancellationToken) => InTransactionAsync(
        async transaction =>
        {
            await using var command = new NpgsqlCommand(JobStatements.Lock(Schema), transaction.Connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            command.CommandText = JobStatements.HasSchema(Schema);
            if (!(bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!)
            {
                // Not with IF NOT EXISTS, which requires the right to create schemas even if there is nothing to create.
                command.CommandText = $"CREATE SCHEMA {Schema}";
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            command.CommandText = JobStatements.Create(Schema);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    public Task<T> InTransactionAsync<T>(Func<NpgsqlTransaction, Task<T>> work, CancellationToken cancellationToken) => RunAsync(
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            var result = await work(transaction).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        },
        cancellationToken);

    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await work(connection).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException)
        {
            throw ServerErrors.Translate(exception, _server, _name) ?? exception;
        }
    }

    public void Dispose()
    {
        if (_ownsSource)
        {
            Source.Dispose();
        }
    }

    public ValueTask DisposeAsync() => _ownsSource ? Source.DisposeAsync() : ValueTask.CompletedTask;

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        using var alone = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        return await Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }
}
