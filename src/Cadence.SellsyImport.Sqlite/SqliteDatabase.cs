using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// One database file. Every call uses its own session while it runs, so that calls may overlap. Sessions are kept open for the next
/// call and closed with the database. Thread-safe.
/// </summary>
internal sealed class SqliteDatabase(SqliteLeadStoreOptions options, ILoggerFactory? loggers = null) : IDisposable
{
    private const int MostIdleSessions = 4;

    private readonly Lock _gate = new();
    private readonly Lock _opening = new();
    private readonly Stack<SqliteSession> _idle = [];
    private readonly WalCheckpointer _log = new(options);
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger(SqliteLog.Category);
    private SqliteSession? _importing;
    private bool _isImportingIdle;
    private bool _isDisposed;

    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        Task.Run(
            () => Run(isWriting: false, session =>
            {
                session.BeginReading();
                var result = work(session);
                session.Commit();
                return result;
            }),
            cancellationToken);

    /// <summary>Does the work in one transaction, which is stored completely or not at all. Cancellation during the work rolls it back.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        WriteAsync(work, _ => true, checksReferencesAtOnce: false, cancellationToken);

    /// <summary>The same, but also rolls back if the result is not to be kept.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, Predicate<T> isKept, CancellationToken cancellationToken) =>
        WriteAsync(work, isKept, checksReferencesAtOnce: false, cancellationToken);

    /// <summary>The same for work that only adds rows: it checks what they refer to by <see cref="LeadTable.CheckReferences"/>.</summary>
    public Task<T> AddLeadsAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        WriteAsync(work, _ => true, checksReferencesAtOnce: true, cancellationToken);

    /// <summary>
    /// Opens the file anew, since an open session does not notice that it was replaced or its tables were changed. Begins a write transaction unless
    /// the database is only read.
    /// </summary>
    public Task CheckAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                using var session = SqliteSession.Open(options, buildsIndexes: false, _logger);
                if (!options.IsReadOnly)
                {
                    session.Begin(checksReferencesAtOnce: false);
                    session.RollBack();
                }
            }
            catch (Exception exception) when (DatabaseErrors.Translate(exception, options.DatabasePath) is { } known)
            {
                throw known;
            }
        },
        cancellationToken);

    public void Dispose()
    {
        _log.Dispose();
        lock (_gate)
        {
            _isDisposed = true;
            while (_idle.TryPop(out var session))
            {
                session.Dispose();
            }

            if (_isImportingIdle)
            {
                _importing!.Dispose();
            }
        }
    }

    private Task<T> WriteAsync<T>(Func<SqliteSession, T> work, Predicate<T> isKept, bool checksReferencesAtOnce, CancellationToken cancellationToken) =>
        Task.Run(
            () => Run(isWriting: true, session =>
            {
                session.Begin(checksReferencesAtOnce);
                var result = work(session);
                cancellationToken.ThrowIfCancellationRequested();
                if (isKept(result))
                {
                    session.Commit();
                    _log.Count(session.TakePagesWritten());
                }
                else
                {
                    session.RollBack();
                }

                return result;
            }),
            cancellationToken);

    private T Run<T>(bool isWriting, Func<SqliteSession, T> work)
    {
        SqliteSession? session = null;
        try
        {
            session = Rent(isWriting);
            var result = work(session);
            Return(session);
            return result;
        }
        catch (Exception exception)
        {
            // Closing a session rolls back, and drops its cache, which may hold rows that no longer exist.
            Close(session);
            if (DatabaseErrors.Translate(exception, options.DatabasePath) is { } known)
            {
                throw known;
            }

            throw;
        }
    }

    // A session that removed the indexes must continue the import: only it can find the companies without them.
    private SqliteSession Rent(bool isWriting)
    {
        bool buildsIndexes;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (isWriting && _isImportingIdle)
            {
                _isImportingIdle = false;
                return _importing!;
            }

            if (_idle.TryPop(out var session))
            {
                return session;
            }

            buildsIndexes = _importing is null;
        }

        lock (_opening)
        {
            return SqliteSession.Open(options, buildsIndexes, _logger);
        }
    }

    private void Return(SqliteSession session)
    {
        lock (_gate)
        {
            if (!_isDisposed && session.Companies.AwaitIndexes)
            {
                (_importing, _isImportingIdle) = (session, true);
                return;
            }

            _importing = _importing == session ? null : _importing;
            if (!_isDisposed && !session.IsStandIn && _idle.Count < MostIdleSessions)
            {
                _idle.Push(session);
                return;
            }
        }

        session.Dispose();
    }

    private void Close(SqliteSession? session)
    {
        lock (_gate)
        {
            _importing = _importing == session ? null : _importing;
        }

        session?.Dispose();
    }
}
