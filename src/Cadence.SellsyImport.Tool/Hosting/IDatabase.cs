namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>The database of a run: a file of SQLite, or one on a PostgreSQL server.</summary>
internal interface IDatabase
{
    /// <summary>The name that people see; never the login.</summary>
    string Name { get; }

    /// <summary>Configures it as the store of an import.</summary>
    void Use(SellsyImportBuilder builder, bool isReadOnly);

    /// <summary>Whether there is anything to read yet; if not, the first write creates it.</summary>
    /// <exception cref="SellsyImportException">The first write could not create it.</exception>
    Task<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>Adds users, or updates those whose id exists.</summary>
    Task AddUsersAsync(IServiceProvider services, IReadOnlyList<CadenceUser> users, CancellationToken cancellationToken);
}
