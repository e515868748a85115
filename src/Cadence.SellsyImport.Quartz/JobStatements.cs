namespace Cadence.SellsyImport.Quartz;

/// <summary>The SQL of the registry. The schema's name is checked by <see cref="QuartzJobsOptions"/> and needs no quotes.</summary>
internal sealed class JobStatements(string schema)
{
    private const string Columns =
        """
        customer, import_id, work, state, file_id, file_name, file_hash, profile, existing_leads, started_by,
        attempts, batches, reason, reason_arguments, enqueued_at, ended_at, sellsy_account, place
        """;

    private const string Key = "customer = $1 AND import_id = $2";

    public string Find { get; } = $"SELECT {Columns} FROM {schema}.import_jobs WHERE {Key}";

    /// <summary>Nothing where the import is there: the one who adds first wins.</summary>
    public string Add { get; } =
        $"""
        INSERT INTO {schema}.import_jobs (customer, import_id, work, state, file_id, file_name, file_hash, profile, existing_leads, started_by, sellsy_account)
        VALUES ($1, $2, $3, 'Waiting', $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
        """;

    public string SetWork { get; } =
        $"""
        INSERT INTO {schema}.import_jobs AS job (customer, import_id, work, state, file_name) VALUES ($1, $2, $3, 'Waiting', '')
        ON CONFLICT (customer, import_id) DO UPDATE
        SET work = excluded.work, state = 'Waiting', attempts = 0, reason = NULL, reason_arguments = '{"{}"}', ended_at = NULL
        WHERE job.work <> excluded.work OR job.state = 'Failed'
        """;

    /// <summary>Counts a try that begins, and reads the job. No row unless the job is waiting.</summary>
    public string Begin { get; } = $"UPDATE {schema}.import_jobs SET attempts = attempts + 1 WHERE {Key} AND state = 'Waiting' RETURNING {Columns}";

    /// <summary>A batch was stored since: tries before it do not count.</summary>
    public string Progress { get; } = $"UPDATE {schema}.import_jobs SET attempts = 1, batches = $3 WHERE {Key}";

    /// <summary>A try has ended that does not count.</summary>
    public string TakeBack { get; } = $"UPDATE {schema}.import_jobs SET attempts = greatest(attempts - 1, 0) WHERE {Key}";

    /// <summary>A try has ended because its slice had, and queues again.</summary>
    public string Yield { get; } = $"UPDATE {schema}.import_jobs SET attempts = greatest(attempts - 1, 0), place = now() WHERE {Key}";

    public string Fail { get; } = $"UPDATE {schema}.import_jobs SET reason = $3, reason_arguments = $4 WHERE {Key}";

    /// <summary>Only while the work is still the same one: a cancelled import is not done by its last batch.</summary>
    public string End { get; } =
        $"""
        UPDATE {schema}.import_jobs SET state = $4, reason = $5, reason_arguments = $6, ended_at = now() WHERE {Key} AND work = $3 AND state = 'Waiting'
        """;

    public string Waiting { get; } = $"SELECT customer, import_id FROM {schema}.import_jobs WHERE state = 'Waiting' ORDER BY enqueued_at";

    public string Customers { get; } = $"SELECT DISTINCT customer FROM {schema}.import_jobs";

    public string All { get; } = $"SELECT {Columns} FROM {schema}.import_jobs ORDER BY enqueued_at DESC, import_id";

    /// <summary>One node at a time sweeps, however many there are and however their clocks stand.</summary>
    public string Sweep { get; } =
        $"UPDATE {schema}.import_job_sweep SET swept_at = clock_timestamp() WHERE swept_at <= clock_timestamp() - $1 RETURNING true";

    /// <summary>
    /// Terminates the sessions within a transaction on the tables of the jobs whose program the server has waited for at least $1. A node that freezes
    /// there holds Quartz's locks, and no node gets a job until its session ends. Returns how many; a session of another role is not touched.
    /// </summary>
    public string TerminateSilent { get; } =
        $"""
        SELECT count(*) FILTER (WHERE pg_terminate_backend(activity.pid))
        FROM pg_catalog.pg_stat_activity AS activity
        WHERE activity.usename = current_user AND activity.wait_event_type = 'Client' AND activity.state_change <= clock_timestamp() - $1
            AND EXISTS (
                SELECT FROM pg_catalog.pg_locks AS held JOIN pg_catalog.pg_class ON pg_class.oid = held.relation
                WHERE held.pid = activity.pid AND held.granted AND pg_class.relnamespace = '{schema}'::regnamespace
                    AND held.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()))
        """;

    public string Expired { get; } = $"SELECT {Columns} FROM {schema}.import_jobs WHERE state <> 'Waiting' AND ended_at < now() - $1";

    public string Delete { get; } = $"DELETE FROM {schema}.import_jobs WHERE {Key} AND state <> 'Waiting'";

    public static string Lock(string schema) => $"SELECT pg_advisory_xact_lock(hashtextextended('{schema}.import_jobs', 0))";

    public static string HasSchema(string schema) => $"SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = '{schema}')";

    public static string Create(string schema) =>
        $"""
        CREATE TABLE IF NOT EXISTS {schema}.import_jobs (
          customer text NOT NULL,
          import_id text NOT NULL,
          work text NOT NULL,
          state text NOT NULL,
          file_id text,
          file_name text NOT NULL,
          file_hash bytea,
          profile text,
          existing_leads text,
          started_by text,
          sellsy_account text,
          attempts integer NOT NULL DEFAULT 0,
          batches integer NOT NULL DEFAULT 0,
          reason text,
          reason_arguments text[] NOT NULL DEFAULT '{"{}"}',
          enqueued_at timestamptz NOT NULL DEFAULT now(),
          ended_at timestamptz,
          place timestamptz NOT NULL DEFAULT now(),
          PRIMARY KEY (customer, import_id));
        CREATE INDEX IF NOT EXISTS import_jobs_waiting ON {schema}.import_jobs (enqueued_at) WHERE state = 'Waiting';
        CREATE TABLE IF NOT EXISTS {schema}.import_job_sweep (one boolean PRIMARY KEY DEFAULT true CHECK (one), swept_at timestamptz NOT NULL);
        INSERT INTO {schema}.import_job_sweep (swept_at) VALUES ('-infinity') ON CONFLICT DO NOTHING;
        {RecurringRegistry.Create(schema)}
        """;
}
