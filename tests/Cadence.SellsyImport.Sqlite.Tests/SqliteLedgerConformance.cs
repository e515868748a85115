using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Data.Sqlite;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class SqliteLedgerConformance : UndoLedgerConformance
{
    private readonly TemporaryStore _store = new();

    protected override int ManyLeads => LongProof.Count(sample: 3_000, all: 10_000);

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new SqliteLeadSink(_store.OpenKept(), Time));

    protected override ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) => RunAsync(
        "UPDATE leads SET job_position = $job, note = $note WHERE sellsy_contact_id = $id",
        ("$job", jobPosition),
        ("$note", note),
        ("$id", sellsyContactId));

    protected override ValueTask RemoveLeadAsync(string sellsyContactId) =>
        RunAsync("DELETE FROM leads WHERE sellsy_contact_id = $id", ("$id", sellsyContactId));

    protected override ValueTask<IReadOnlyList<string>> ReadCompaniesAsync() =>
        new([.. _store.Query("SELECT name FROM companies").Select(row => (string)row[0]!)]);

    protected override ValueTask EditCompanyAsync(string name, string city) =>
        RunAsync("UPDATE companies SET city = $city WHERE name = $name", ("$city", city), ("$name", name));

    protected override async ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence)
    {
        await RunAsync("INSERT INTO lead_cadences SELECT id, $cadence FROM leads WHERE sellsy_contact_id = $id", ("$cadence", cadence), ("$id", sellsyContactId));
        return true;
    }

    protected override ValueTask<IAsyncDisposable?> HoldWritesAsync()
    {
        var connection = _store.Connect();
        return new(new HeldWrites(connection, connection.BeginTransaction(deferred: false)));
    }

    protected override ValueTask<Func<Task>?> BackUpAsync()
    {
        var restore = _store.BackUp();
        return new(() => Task.Run(restore));
    }

    private sealed class HeldWrites(SqliteConnection connection, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }

    private ValueTask RunAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        _store.Query(sql, [.. parameters.Select(parameter => (parameter.Name, parameter.Value ?? DBNull.Value))]);
        return ValueTask.CompletedTask;
    }
}
