using System.Data.Common;
using System.Globalization;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cadence.SellsyImport.Proof.Changes.Stores;

/// <summary>A schema, made once and emptied for each run. The copy is a second schema; the places of the sequences are part of it.</summary>
internal sealed class PostgreSqlStore : SqlStore
{
    private const int RunsBetweenTruncations = 10;

    private readonly string _schema = $"changes_{Guid.NewGuid():n}";
    private readonly NpgsqlConnection _connection;
    private readonly ServiceProvider _process;
    private readonly string[] _tables;
    private int _runs;
    private List<(string Sequence, long Last)> _sequences = [];

    public PostgreSqlStore(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSellsyImport().UsePostgreSql(options =>
        {
            options.ConnectionString = connectionString;
            options.Schema = _schema;
        });
        _process = services.BuildServiceProvider();
        Open().FindExistingAsync(["0"]).AsTask().GetAwaiter().GetResult();
        _connection = new($"{connectionString};Search Path={_schema}");
        _connection.Open();
        _tables = [.. Query($"SELECT tablename FROM pg_tables WHERE schemaname = '{_schema}' AND tablename <> 'schema_version'", row => row.GetString(0))];
        Run($"CREATE SCHEMA {_schema}_copy; {Each(table => $"CREATE TABLE {_schema}_copy.{table} (LIKE {_schema}.{table})")}");
    }

    protected override string Plan => "plan";

    /// <summary>Removing the rows is cheaper than emptying the tables, until too many removed rows are left in them.</summary>
    public override void Clear()
    {
        if (++_runs % RunsBetweenTruncations == 0)
        {
            Run($"TRUNCATE {string.Join(", ", _tables.SelectMany(table => new[] { table, $"{_schema}_copy.{table}" }))}");
        }
        else
        {
            WithoutTriggers(Each(table => $"DELETE FROM {table}"));
        }
    }

    public override ILeadSink Open() => _process.GetRequiredService<ILeadSink>();

    public override void Close()
    {
        // A sink keeps nothing of its process but a pool of connections.
    }

    public override void Copy()
    {
        Run(Each(table => $"DELETE FROM {_schema}_copy.{table}; INSERT INTO {_schema}_copy.{table} SELECT * FROM {table}"));
        _sequences = Query(
            $"SELECT sequencename, coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = '{_schema}'",
            row => (row.GetString(0), row.GetInt64(1)));
    }

    public override void Restore() => WithoutTriggers(
        Each(table => $"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM {_schema}_copy.{table}")
        + string.Concat(_sequences.Select(one => string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT setval('{one.Sequence}', {Math.Max(one.Last, 1)}, {(one.Last > 0 ? "true" : "false")});"))));

    public override void Dispose()
    {
        _process.Dispose();
        _connection.Dispose();
    }

    protected override DbConnection Connection() => _connection;

    /// <summary>As a backup is put back: nothing is counted as an edit, and no table waits for another.</summary>
    private void WithoutTriggers(string statements) =>
        Run($"SET session_replication_role = replica; {statements} SET session_replication_role = DEFAULT");

    private string Each(Func<string, string> statement) => string.Concat(_tables.Select(table => statement(table) + ";"));
}
