using System.Globalization;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

internal static class ServerName
{
    /// <summary>The host and the port, or several of them as the connection string lists them.</summary>
    public static string Of(NpgsqlConnectionStringBuilder connection) =>
        string.Create(CultureInfo.InvariantCulture, $"{connection.Host}:{connection.Port}");
}
