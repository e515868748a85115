using System.Net.Sockets;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// Converts SQLSTATE codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) and network failures to
/// the errors that a person can act on.
/// </summary>
internal static class ServerErrors
{
    /// <summary>The server closed a session that its program left within a transaction for too long.</summary>
    private const string IdleInTransactionTimeout = "25P03";

    /// <summary>The error, or null if the original exception is more specific.</summary>
    public static SellsyImportException? Translate(Exception cause, string server, string database)
    {
        if (cause is PostgresException reported)
        {
            return CodeOf(reported.SqlState) is { } code
                ? new(code, cause, code is ErrorCodes.ServerUnreachable or ErrorCodes.ServerLoginRefused ? server : database)
                : null;
        }

        return cause is SocketException || cause.InnerException is SocketException or IOException or TimeoutException or AggregateException
            ? new(ErrorCodes.ServerUnreachable, cause, server)
            : null;
    }

    private static string? CodeOf(string state) => state switch
    {
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections or IdleInTransactionTimeout => ErrorCodes.ServerUnreachable,
        PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidPassword => ErrorCodes.ServerLoginRefused,
        PostgresErrorCodes.InvalidCatalogName => ErrorCodes.ServerDatabaseMissing,
        PostgresErrorCodes.ReadOnlySqlTransaction => ErrorCodes.ServerReadOnly,
        PostgresErrorCodes.InsufficientPrivilege => ErrorCodes.ServerRightMissing,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected => ErrorCodes.DatabaseLocked,
        PostgresErrorCodes.DiskFull => ErrorCodes.DatabaseFull,
        _ when state.StartsWith("08", StringComparison.Ordinal) => ErrorCodes.ServerUnreachable,
        _ => null,
    };
}
