using Cadence.SellsyImport.PostgreSql;

namespace Cadence.SellsyImport;

/// <summary>The users of Cadence in the PostgreSQL store, for hosts that fill the table themselves. Thread-safe.</summary>
/// <remarks>
/// Every call throws <see cref="SellsyImportException"/> if the database cannot be used: the server cannot be reached or refuses the login,
/// the database is missing, locked, read-only, full or of another version.
/// </remarks>
public sealed class PostgreSqlUserTable : ICadenceUserProvider
{
    private readonly PostgreSqlDatabase _database;

    internal PostgreSqlUserTable(PostgreSqlDatabase database) => _database = database;

    /// <summary>Adds users, all or none of them. A user whose id is there already gets the names, address and Sellsy id given here.</summary>
    /// <param name="users">The users.</param>
    /// <param name="cancellationToken">Cancels before anything is stored; afterwards it is ignored.</param>
    /// <returns>A task that ends when the users are stored.</returns>
    public async Task AddUsersAsync(IReadOnlyList<CadenceUser> users, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(users);
        await new WriteTransaction<int>(
            _database,
            connection => UserCommands.SetAsync(connection, _database.Statements, users, cancellationToken),
            _ => Task.FromResult(default(Found<int>)))
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads all users.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The users, ordered by id.</returns>
    public async ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) =>
        await _database.RunAsync(connection => UserCommands.AllAsync(connection, _database.Statements, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
}
