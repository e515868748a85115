using Cadence.SellsyImport.Sqlite;

namespace Cadence.SellsyImport;

/// <summary>
/// The users of Cadence in the SQLite store, for hosts that fill the table themselves. Thread-safe; the work is done on the thread pool,
/// so that the caller's thread is not blocked.
/// </summary>
/// <remarks>
/// Every call throws <see cref="SellsyImportException"/> if the database cannot be used: locked, read-only, full, damaged or of another
/// version.
/// </remarks>
public sealed class SqliteUserTable : ICadenceUserProvider
{
    private readonly SqliteDatabase _database;

    internal SqliteUserTable(SqliteDatabase database) => _database = database;

    /// <summary>Adds users, all or none of them. A user whose id is there already gets the names, address and Sellsy id given here.</summary>
    /// <param name="users">The users.</param>
    /// <param name="cancellationToken">Cancels before anything is stored; afterwards it is ignored.</param>
    /// <returns>A task that ends when the users are stored.</returns>
    public async Task AddUsersAsync(IReadOnlyList<CadenceUser> users, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(users);
        await _database.WriteAsync(
            session =>
            {
                foreach (var user in users)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    session.Users.Set(user);
                }

                return users.Count;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads all users.</summary>
    /// <param name="cancellationToken">Cancels the call before it begins to read.</param>
    /// <returns>The users, ordered by id.</returns>
    public async ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) =>
        await _database.ReadAsync(session => session.Users.All(), cancellationToken).ConfigureAwait(false);
}
