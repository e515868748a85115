using System.Net.Sockets;
using System.Transactions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// One database on a server. Every call uses a connection of Npgsql's pool while it runs, and leaves no state on it, so that an
/// external connection pooler works too. Thread-safe.
/// </summary>
internal sealed class PostgreSqlDatabase : IDisposable, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly bool _ownsSource;
    private readonly DatabaseSchema _schema;
    private readonly string _server;

    public PostgreSqlDatabase(PostgreSqlLeadStoreOptions options, ILoggerFactory? loggers = null)
    {
        var connection = options.Connection();
        _server = ServerName.Of(connection);
        Name = $"{_server}/{connection.Database ?? connection.Username}";
        Statements = new(options.Schema, options.LockTimeout);
        Log = (loggers ?? NullLoggerFactory.Instance).CreateLogger(PostgreSqlLog.Category);
        _schema = new(Statements, Name, Log);
        _ownsSource = options.DataSource is null;
        _source = options.DataSource ?? NpgsqlDataSource.Create(connection);
    }

    /// <summary>The name of the database in errors: host, port and name, never the login.</summary>
    public string Name { get; }

    /// <summary>The source of connections, for packages that keep tables of their own beside these.</summary>
    public NpgsqlDataSource Source => _source;

    public Statements Statements { get; }

    public ILogger Log { get; }

    /// <summary>Does the work on an open connection to a database that has the tables.</summary>
    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
            await _schema.EnsureAsync(connection, cancellationToken).ConfigureAwait(false);
            return await work(connection).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException)
        {
            if (ServerErrors.Translate(exception, _server, Name) is { } known)
            {
                throw known;
            }

            throw;
        }
    }

    public void Dispose()
    {
        if (_ownsSource)
        {
            _source.Dispose();
        }
    }

    public ValueTask DisposeAsync() => _ownsSource ? _source.DisposeAsync() : ValueTask.CompletedTask;

    // The data source of a host joins ambient transactions unless told otherwise. A batch is a transaction of its own.
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        using var alone = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        return await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }
}
