using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>The database on a server that <c>--postgres</c> names.</summary>
internal sealed class PostgreSqlDatabase(string connection) : IDatabase
{
    private readonly NpgsqlConnectionStringBuilder _parts = new(connection);

    public string Name => $"{_parts.Database ?? _parts.Username} ({_parts.Host}:{_parts.Port})";

    /// <summary>Whether a text is a connection string.</summary>
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

    /// <summary>If it is only read, the server itself refuses writes.</summary>
    public void Use(SellsyImportBuilder builder, bool isReadOnly)
    {
        var readOnly = new NpgsqlConnectionStringBuilder(connection) { Options = $"{_parts.Options} -c default_transaction_read_only=on".TrimStart() };
        builder.UsePostgreSql(isReadOnly ? readOnly.ConnectionString : connection);
    }

    /// <summary>A store creates missing tables, which a read-only session refuses.</summary>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        await using var services = ImportServices.ForReading(this);
        try
        {
            await services.GetUsersAsync(cancellationToken);
            return true;
        }
        catch (SellsyImportException exception) when (exception.Code == ErrorCodes.ServerReadOnly)
        {
            return false;
        }
    }

    public Task AddUsersAsync(IServiceProvider services, IReadOnlyList<CadenceUser> users, CancellationToken cancellationToken) =>
        services.GetRequiredService<PostgreSqlUserTable>().AddUsersAsync(users, cancellationToken);
}
