using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>A store on a schema of its own, which goes with it.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly List<PostgreSqlDatabase> _opened = [];

    public TestStore(string connectionString, Action<PostgreSqlLeadStoreOptions>? configure = null)
    {
        _connectionString = connectionString;
        Database = Open(configure);
        Sink = new PostgreSqlLeadSink(Database, Time);
        Users = new(Database);
    }

    public string Schema { get; } = $"test_{Guid.NewGuid():n}";

    public PostgreSqlDatabase Database { get; }

    /// <summary>The clock of the ledger.</summary>
    public FixedTimeProvider Time { get; } = new(Samples.Import.StartedAt);

    public ILeadSink Sink { get; }

    public IImportLedger Ledger => (IImportLedger)Sink;

    public PostgreSqlUserTable Users { get; }

    /// <summary>Opens the same schema again, as another process would.</summary>
    public PostgreSqlDatabase Open(Action<PostgreSqlLeadStoreOptions>? configure = null, ILoggerFactory? loggers = null)
    {
        var options = new PostgreSqlLeadStoreOptions { ConnectionString = _connectionString, Schema = Schema };
        configure?.Invoke(options);
        options.Validate();
        var database = new PostgreSqlDatabase(options, loggers);
        _opened.Add(database);
        return database;
    }

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(int number, params Lead[] leads) =>
        Sink.AddAsync(Samples.Batch(number, leads), TestContext.Current.CancellationToken);

    public ValueTask<LedgerImport> StartAsync(string importId = "import-1") =>
        Ledger.StartAsync(Samples.Start(importId, planHash: importId.Replace("import", "plan", StringComparison.Ordinal)), TestContext.Current.CancellationToken);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(int number, params LeadEntry[] entries) => WriteAsync("import-1", number, entries);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(string importId, int number, params LeadEntry[] entries) =>
        Ledger.WriteAsync(Samples.LedgerBatch(importId, number, "token-1", entries), TestContext.Current.CancellationToken);

    public async Task<LeadVersion> ReadAsync(string sellsyContactId) =>
        Assert.Single(await Ledger.ReadLeadsAsync([sellsyContactId], TestContext.Current.CancellationToken));

    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection($"{_connectionString};Pooling=false;Search Path={Schema}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>The rows of a query, each as its values; NULL is <see langword="null"/>.</summary>
    public async Task<List<object?[]>> QueryAsync(string sql, params object[] parameters)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in parameters)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return rows;
    }

    public async Task<long> CountAsync(string table) => (long)(await QueryAsync($"SELECT count(*) FROM {table}"))[0][0]!;

    public Task RunAsync(string sql) => QueryAsync(sql);

    /// <summary>Closes what was opened again, and takes out all rows: a new store, without the cost of new tables.</summary>
    public async ValueTask EmptyAsync()
    {
        foreach (var database in _opened.Where(database => database != Database))
        {
            await database.DisposeAsync();
        }

        _opened.RemoveAll(database => database != Database);
        var tables = await QueryAsync("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = $1 AND tablename <> 'schema_version'", Schema);
        if (tables.Count > 0)
        {
            await RunAsync($"TRUNCATE {string.Join(", ", tables.Select(table => table[0]))} RESTART IDENTITY");
        }
    }

    /// <summary>Copies all rows and sequences. What it returns puts them back.</summary>
    public async Task<Func<Task>> BackUpAsync()
    {
        var copy = $"copy_{Guid.NewGuid():n}";
        var tables = (await QueryAsync("SELECT tablename::text FROM pg_tables WHERE schemaname = $1", Schema)).ConvertAll(row => (string)row[0]!);
        var sequences = await QueryAsync("SELECT sequencename::text, coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = $1", Schema);
        await RunAsync($"CREATE SCHEMA {copy}; {string.Concat(tables.Select(table => $"CREATE TABLE {copy}.{table} AS TABLE {table}; "))}");
        return () => RunAsync(
            $"""
            BEGIN;
            SET LOCAL session_replication_role = replica;
            TRUNCATE {string.Join(", ", tables)};
            {string.Concat(tables.Select(table => $"INSERT INTO {table} SELECT * FROM {copy}.{table}; "))}
            {string.Concat(sequences.Select(sequence => $"SELECT setval('{sequence[0]}', {sequence[1]} + 1, false); "))}
            DROP SCHEMA {copy} CASCADE;
            COMMIT;
            """);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
        {
            await database.DisposeAsync();
        }

        try
        {
            await RunAsync($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
        }
        catch (NpgsqlException)
        {
            // The test has ended the server; its data goes with it.
        }
    }
}
