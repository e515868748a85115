using System.Globalization;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The statements for one schema. Every table name includes the schema, so that the search path does not matter.</summary>
internal sealed class Statements
{
    /// <summary>
    /// The database's encoding, whether the schema exists, whether it has a version, and how many tables and views it has. $1: the schema.
    /// </summary>
    public const string Look =
        """
        SELECT
            current_setting('server_encoding'),
            EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1),
            count(*) FILTER (WHERE pg_class.relname = 'schema_version') > 0,
            count(*)
        FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_namespace.oid = pg_class.relnamespace
        WHERE pg_namespace.nspname = $1 AND pg_class.relkind IN ('r', 'p', 'v', 'm')
        """;

    /// <summary>A shorter limit of the server would end the wait for the lock before anyone may end the session that holds it. The client has a limit of its own.</summary>
    private const string NoStatementTimeout = "SET LOCAL statement_timeout = 0";

    private static readonly TimeSpan LeastTimeToEnd = TimeSpan.FromSeconds(10);

    public Statements(string schemaName, TimeSpan lockTimeout)
    {
        SchemaName = schemaName;
        Schema = $"\"{schemaName.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var literal = $"'Cadence.SellsyImport {schemaName.Replace("'", "''", StringComparison.Ordinal)}'";
        LockTimeout = lockTimeout;
        TimeToEnd = lockTimeout > LeastTimeToEnd ? lockTimeout : LeastTimeToEnd;
        SetLockTimeout = SetTimeout(lockTimeout);
        TakeWriteLock = $"SELECT pg_advisory_xact_lock(hashtextextended({literal}, 0))";
        var settings = $"{NoStatementTimeout}; SET LOCAL {SchemaTriggers.Setting} = 'on'";
        Lock = $"{SetLockTimeout}; {settings}; {TakeWriteLock}";
        LockAfterEnding = $"{SetTimeout(TimeToEnd)}; {settings}; {TakeWriteLock}; {SetLockTimeout}";
        EndSilentWriter =
            $"""
            SELECT count(*) FILTER (WHERE pg_terminate_backend(activity.pid))
            FROM pg_catalog.pg_locks AS held JOIN pg_catalog.pg_stat_activity AS activity ON activity.pid = held.pid
            WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 1
                AND held.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
                AND (held.classid::bigint << 32) | held.objid::bigint = hashtextextended({literal}, 0)
                AND activity.usename = current_user AND activity.wait_event_type = 'Client'
                AND activity.state_change <= clock_timestamp() - $1
            """;
        Version = $"SELECT version FROM {Schema}.schema_version";
        AllUsers = $"SELECT {UserRows.Columns} FROM {Schema}.users ORDER BY id";
        SetUsers =
            $"""
            INSERT INTO {Schema}.users ({UserRows.Columns})
            SELECT * FROM {UserRows.Unnested}
            ON CONFLICT (id) DO UPDATE SET
                first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email, sellsy_id = excluded.sellsy_id,
                is_active = excluded.is_active, sellsy_ids = excluded.sellsy_ids
            """;
        Leads = new(Schema);
        Companies = new(Schema);
        Ledger = new(Schema);
        Undo = new(Schema);
        Records = new(Schema);
        Forget = new(Schema);
        Files = new(Schema);
    }

    public string SchemaName { get; }

    /// <summary>The schema as an identifier in quotes.</summary>
    public string Schema { get; }

    /// <summary>Waits for the transaction that writes to the schema, and makes others wait until this one ends.</summary>
    public string Lock { get; }

    /// <summary>The same, just after the session of that transaction was terminated.</summary>
    public string LockAfterEnding { get; }

    /// <summary>How long <see cref="LockAfterEnding"/> waits, however short the lock timeout: the server must first roll back the terminated session.</summary>
    public TimeSpan TimeToEnd { get; }

    public string SetLockTimeout { get; }

    public string TakeWriteLock { get; }

    /// <summary>
    /// Terminates the session that holds the write lock, if the server has waited for that session's program for at least $1: in a statement,
    /// in a copy, or between two statements. Returns how many sessions it terminated; a session of another role is not touched.
    /// </summary>
    public string EndSilentWriter { get; }

    public TimeSpan LockTimeout { get; }

    public string Version { get; }

    public string AllUsers { get; }

    public string SetUsers { get; }

    public LeadStatements Leads { get; }

    public CompanyStatements Companies { get; }

    public LedgerStatements Ledger { get; }

    public UndoStatements Undo { get; }

    public RecordStatements Records { get; }

    public ForgetStatements Forget { get; }

    public FileStatements Files { get; }

    private static string SetTimeout(TimeSpan timeout) =>
        string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {(long)timeout.TotalMilliseconds}");
}
