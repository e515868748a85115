using System.Text;
using Npgsql;

namespace Cadence.SellsyImport;

/// <summary>Where the PostgreSQL store is and how it is reached. Set once, when the host is configured; not changed afterwards.</summary>
public sealed class PostgreSqlLeadStoreOptions
{
    private const int LongestIdentifier = 63;

    /// <summary>
    /// How the server is reached, in Npgsql's form: <c>Host=…;Database=…;Username=…;Password=…</c>. The application name
    /// defaults to <c>Cadence.SellsyImport</c>. Two of its settings are ignored: ambient transactions are never joined, and the server's error
    /// details, which may hold values of a row, are never requested.
    /// </summary>
    /// <value>Default: empty, which is refused unless <see cref="DataSource"/> is set.</value>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// The host's own source of connections, in the place of a <see cref="ConnectionString"/>. It stays the host's: it is never disposed, and must
    /// live as long as the services. Ambient transactions are not joined. <c>Include Error Detail</c> is refused, because it puts values of a
    /// row into exceptions; so is <c>Multiplexing</c>.
    /// </summary>
    /// <value>Default: null.</value>
    public NpgsqlDataSource? DataSource { get; set; }

    /// <summary>The schema of the tables, which is created on first use if it does not exist.</summary>
    /// <value>1 to 63 bytes of UTF-8, not starting with <c>pg_</c>. Default: <c>cadence_import</c>.</value>
    public string Schema { get; set; } = "cadence_import";

    /// <summary>
    /// How long a call waits while another one writes to the same schema. If the lock is not granted in time, the call terminates the session
    /// that holds it, provided it has the same role and was idle for the whole wait, and for at least one second. This is for a writer that was
    /// stopped or whose machine failed; none of its batch is stored.
    /// </summary>
    /// <value>1 millisecond to one hour. Default: 30 seconds.</value>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        if (DataSource is not null)
        {
            ValidateSource(DataSource);
        }
        else if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            throw Invalid(nameof(ConnectionString), $"\"{ConnectionString}\"", "Host=…;Database=…;Username=…");
        }
        else if (!TryReadConnection())
        {
            // The text is not shown: it may hold a password.
            throw Invalid(nameof(ConnectionString), "a text that Npgsql cannot read", "Host=…;Database=…;Username=…");
        }

        if (string.IsNullOrWhiteSpace(Schema)
            || Schema.Contains('\0', StringComparison.Ordinal)
            || Schema.StartsWith("pg_", StringComparison.Ordinal)
            || Encoding.UTF8.GetByteCount(Schema) > LongestIdentifier)
        {
            throw Invalid(nameof(Schema), $"\"{Schema}\"", "1 to 63 bytes, not starting with pg_");
        }

        if (LockTimeout < TimeSpan.FromMilliseconds(1) || LockTimeout > TimeSpan.FromHours(1))
        {
            throw Invalid(nameof(LockTimeout), LockTimeout.ToString("c"), "00:00:00.001 … 01:00:00");
        }
    }

    /// <summary>How the server is reached; the text of a data source has no password.</summary>
    internal NpgsqlConnectionStringBuilder Connection()
    {
        if (DataSource is not null)
        {
            return new(DataSource.ConnectionString);
        }

        var connection = new NpgsqlConnectionStringBuilder(ConnectionString) { IncludeErrorDetail = false, Enlist = false, Multiplexing = false };
        connection.ApplicationName ??= "Cadence.SellsyImport";
        return connection;
    }

    private static SellsyImportException Invalid(string option, string found, string expected) =>
        new(ErrorCodes.OptionInvalid, $"{nameof(PostgreSqlLeadStoreOptions)}.{option}", found, expected);

    private void ValidateSource(NpgsqlDataSource source)
    {
        if (!string.IsNullOrWhiteSpace(ConnectionString))
        {
            throw Invalid(nameof(DataSource), $"set beside {nameof(ConnectionString)}", "one of the two");
        }

        var connection = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        if (connection.IncludeErrorDetail)
        {
            throw Invalid(nameof(DataSource), "one with Include Error Detail=true", "Include Error Detail=false");
        }

        if (connection.Multiplexing)
        {
            throw Invalid(nameof(DataSource), "one with Multiplexing=true", "Multiplexing=false");
        }
    }

    private bool TryReadConnection()
    {
        try
        {
            return Connection().Host is { Length: > 0 };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }
}
