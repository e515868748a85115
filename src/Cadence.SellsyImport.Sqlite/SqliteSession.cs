using System.Globalization;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>An open connection with its prepared statements and what it caches of the tables. Used by one call at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private const int CacheKibibytes = 4 * 1024;

    /// <summary>At this log size the writer itself copies. By then <see cref="WalCheckpointer"/> has copied most of it, and copying the rest lets the log start again.</summary>
    private const int MostPagesOfLog = 8 * WalCheckpointer.PagesPerCopy;

    private readonly sqlite3 _connection;
    private readonly List<SqliteStatement> _statements = [];
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _beginReading;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollBack;
    private readonly SqliteStatement _dataVersion;
    private long _lastDataVersion;

    private SqliteSession(sqlite3 connection, SqliteLeadStoreOptions options)
    {
        _connection = connection;
        MostIndexedCompanies = options.MostIndexedCompanies;
        _begin = Prepare("BEGIN IMMEDIATE");
        _beginReading = Prepare("BEGIN");
        _commit = Prepare("COMMIT");
        _rollBack = Prepare("ROLLBACK");
        _dataVersion = Prepare("PRAGMA data_version");
        Users = new(this);
        Companies = new(this);
        Leads = new(this);
        Reader = new(this);
        Imports = new(this);
        Batches = new(this);
        Changes = new(this);
        Records = new(this);
    }

    /// <summary>Whether the session is the substitute for a database without tables. It must not outlive one call, because the tables may exist at the next.</summary>
    public bool IsStandIn { get; private init; }

    /// <summary>How many companies a first import adds before it removes their indexes.</summary>
    public int MostIndexedCompanies { get; }

    public UserTable Users { get; }

    public CompanyTable Companies { get; }

    public LeadTable Leads { get; }

    public LeadReader Reader { get; }

    public ImportTable Imports { get; }

    public BatchTable Batches { get; }

    public ChangeTable Changes { get; }

    /// <summary>The batches of a separate ledger, which most databases do not have.</summary>
    public RecordTable Records { get; }

    public LeadEncoder Encoder { get; } = new();

    public long LastInsertedId => raw.sqlite3_last_insert_rowid(_connection);

    public int RowsChanged => raw.sqlite3_changes(_connection);

    /// <summary>How many pages were written since this was last asked.</summary>
    public int TakePagesWritten()
    {
        raw.sqlite3_db_status(_connection, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        return pages;
    }

    /// <summary>Opens a session.</summary>
    /// <param name="options">Where the database is.</param>
    /// <param name="buildsIndexes">Whether to build indexes that an import removed; not if a session of this process is about to.</param>
    /// <param name="log">Receives changes of the schema.</param>
    public static SqliteSession Open(SqliteLeadStoreOptions options, bool buildsIndexes, ILogger log)
    {
        var path = Path.GetFullPath(options.DatabasePath);
        var folder = Path.GetDirectoryName(path);
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new SellsyImportException(ErrorCodes.DatabaseFolderMissing, options.DatabasePath, folder);
        }

        return options.IsReadOnly ? ReadOnlyConnection.Open(path, options, (connection, isStandIn) => new SqliteSession(connection, options) { IsStandIn = isStandIn }) : OpenToWrite(path, options, buildsIndexes, log);
    }

    public SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>A statement that is rarely needed, to be disposed after its use.</summary>
    public SqliteStatement PrepareOnce(string sql) => new(_connection, sql);

    /// <summary>Whether the transaction checks its references at once, by <see cref="LeadTable.CheckReferences"/>, instead of row by row.</summary>
    public bool ChecksReferencesAtOnce { get; private set; }

    /// <summary>
    /// Begins a write transaction, the only place where a session waits for other writers. Clears the cache of the tables if another
    /// connection wrote since.
    /// </summary>
    /// <param name="checksReferencesAtOnce">
    /// Whether foreign keys are not checked row by row: only for a transaction that adds rows.
    /// </param>
    public void Begin(bool checksReferencesAtOnce)
    {
        if (ChecksReferencesAtOnce != checksReferencesAtOnce)
        {
            Execute(checksReferencesAtOnce ? "PRAGMA foreign_keys = OFF" : "PRAGMA foreign_keys = ON");
            ChecksReferencesAtOnce = checksReferencesAtOnce;
        }

        _begin.Run();
        _dataVersion.Read();
        var dataVersion = _dataVersion.Number(0);
        _dataVersion.Reset();
        if (dataVersion != _lastDataVersion)
        {
            _lastDataVersion = dataVersion;
            Forget();
        }
    }

    /// <summary>Begins a transaction that reads, so that its statements see one state of the database.</summary>
    public void BeginReading() => _beginReading.Run();

    public void Commit() => _commit.Run();

    public void RollBack()
    {
        _rollBack.Run();
        Forget();
    }

    public void RemoveCompanyIndexes(long import) => CompanyIndexes.Remove(_connection, import);

    public void BuildCompanyIndexes() => CompanyIndexes.Build(_connection);

    /// <summary>Does work whose deleted values are overwritten with zeros instead of being left in free pages of the file.</summary>
    public void OverwriteWhatIsDeleted(Action work)
    {
        Execute("PRAGMA secure_delete = ON");
        try
        {
            work();
        }
        finally
        {
            Execute("PRAGMA secure_delete = OFF");
        }
    }

    public void Execute(string sql) => DatabaseConnection.Execute(_connection, sql);

    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    internal static string Pragmas(SqliteLeadStoreOptions options)
    {
        var pages = options.MaximumPages is { } most ? $"PRAGMA max_page_count = {most.ToString(CultureInfo.InvariantCulture)};" : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA busy_timeout = {(int)options.BusyTimeout.TotalMilliseconds};
            PRAGMA foreign_keys = ON;
            PRAGMA synchronous = {(options.SurvivesPowerFailure ? "FULL" : "NORMAL")};
            PRAGMA cache_size = -{CacheKibibytes};
            PRAGMA wal_autocheckpoint = {MostPagesOfLog};
            {pages}
            """);
    }

    private void Forget()
    {
        Users.Forget();
        Companies.Forget();
    }

    private static SqliteSession OpenToWrite(string path, SqliteLeadStoreOptions options, bool buildsIndexes, ILogger log)
    {
        var connection = DatabaseConnection.OpenToWrite(path);
        try
        {
            DatabaseConnection.Execute(connection, Pragmas(options));
            DatabaseSchema.Ensure(connection, options.DatabasePath, log);
            if (buildsIndexes)
            {
                DatabaseSchema.EnsureIndexes(connection, options.DatabasePath, log);
            }

            return new(connection, options);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
