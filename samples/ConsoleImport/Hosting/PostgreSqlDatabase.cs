using Cadence.SellsyImport;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ConsoleImport.Hosting;

/// <summary>The database on a server that <c>--postgres</c> names.</summary>
internal sealed class PostgreSqlDatabase : IDatabase
{
    // The server itself refuses to write in such a session.
    private const string ReadOnlySession = "-c default_transaction_read_only=on";

    private readonly string _connection;

    public PostgreSqlDatabase(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        _connection = connection;
        Name = $"{parts.Database ?? parts.Username} ({parts.Host}:{parts.Port})";
    }

    public string Name { get; }

    /// <summary>Whether a text tells how a server is reached.</summary>
    public static bool IsConnection(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }

    public void Use(SellsyImportBuilder builder, bool isReadOnly) => builder.UsePostgreSql(isReadOnly ? ReadOnlyConnection() : _connection);

    /// <summary>Reading only, the store does without its tables nowhere: where they are missing it would create them, and is refused.</summary>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        Use(services.AddSellsyImport(), isReadOnly: true);
        await using var provider = services.BuildServiceProvider();
        try
        {
            await provider.GetRequiredService<ICadenceUserProvider>().GetUsersAsync(cancellationToken);
            return true;
        }
        catch (SellsyImportException exception) when (exception.Code == ErrorCodes.ServerReadOnly)
        {
            return false;
        }
    }

    public Task AddUsersAsync(IServiceProvider services, IReadOnlyList<CadenceUser> users, CancellationToken cancellationToken) =>
        services.GetRequiredService<PostgreSqlUserTable>().AddUsersAsync(users, cancellationToken);

    private string ReadOnlyConnection()
    {
        var parts = new NpgsqlConnectionStringBuilder(_connection);
        parts.Options = string.IsNullOrEmpty(parts.Options) ? ReadOnlySession : $"{parts.Options} {ReadOnlySession}";
        return parts.ConnectionString;
    }
}
