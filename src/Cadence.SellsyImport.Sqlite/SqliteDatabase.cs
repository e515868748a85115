namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// One database file. Every call has a session of its own while it runs, so that calls may overlap; sessions are kept open for the next
/// call, and all are closed with the database. Thread-safe.
/// </summary>
internal sealed class SqliteDatabase(SqliteLeadStoreOptions options) : IDisposable
{
    private const int MostIdleSessions = 4;

    private readonly Lock _gate = new();
    private readonly Lock _opening = new();
    private readonly Stack<SqliteSession> _idle = [];
    private readonly LogCopier _log = new(options);
    private bool _isDisposed;

    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        Task.Run(
            () => Run(session =>
            {
                session.BeginReading();
                var result = work(session);
                session.Commit();
                return result;
            }),
            cancellationToken);

    /// <summary>Does the work in one transaction: all of it is stored, or nothing. Cancellation that comes during the work rolls back.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        WriteAsync(work, _ => true, cancellationToken);

    /// <summary>The same, but nothing is stored either where the result is not to be kept.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, Predicate<T> isKept, CancellationToken cancellationToken) =>
        Task.Run(
            () => Run(session =>
            {
                session.Begin();
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
        }
    }

    private T Run<T>(Func<SqliteSession, T> work)
    {
        SqliteSession? session = null;
        try
        {
            session = Rent();
            var result = work(session);
            Return(session);
            return result;
        }
        catch (Exception exception)
        {
            // Closing a session rolls back, and forgets what the session remembered of rows that are gone now.
            session?.Dispose();
            if (DatabaseErrors.Translate(exception, options.DatabasePath) is { } known)
            {
                throw known;
            }

            throw;
        }
    }

    private SqliteSession Rent()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_idle.TryPop(out var session))
            {
                return session;
            }
        }

        lock (_opening)
        {
            return SqliteSession.Open(options);
        }
    }

    private void Return(SqliteSession session)
    {
        lock (_gate)
        {
            if (!_isDisposed && !session.IsStandIn && _idle.Count < MostIdleSessions)
            {
                _idle.Push(session);
                return;
            }
        }

        session.Dispose();
    }
}
