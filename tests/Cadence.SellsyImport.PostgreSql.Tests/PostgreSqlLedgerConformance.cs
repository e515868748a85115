using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PostgreSqlLedgerConformance(SharedServer server) : UndoLedgerConformance
{
    private readonly TestStore _store = server.NewStore();

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new PostgreSqlLeadSink(_store.Open(), Time));

    protected override async ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) => await _store.QueryAsync(
        "UPDATE leads SET job_position = nullif($2, ''), note = nullif($3, '') WHERE sellsy_contact_id = $1", sellsyContactId, jobPosition ?? "", note ?? "");

    protected override async ValueTask RemoveLeadAsync(string sellsyContactId) =>
        await _store.QueryAsync("DELETE FROM leads WHERE sellsy_contact_id = $1", sellsyContactId);

    protected override async ValueTask<IReadOnlyList<string>> ReadCompaniesAsync() =>
        [.. (await _store.QueryAsync("SELECT name FROM companies")).Select(row => (string)row[0]!)];

    protected override async ValueTask EditCompanyAsync(string name, string city) =>
        await _store.QueryAsync("UPDATE companies SET city = $2 WHERE name = $1", name, city);

    protected override async ValueTask<IAsyncDisposable?> HoldWritesAsync()
    {
        // Ends its transaction, and with it the turn, when it is closed.
        var connection = await _store.ConnectAsync();
        await using var lockTurn = new NpgsqlCommand($"BEGIN; {_store.Database.Statements.TakeWriteLock}", connection);
        await lockTurn.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    protected override async ValueTask<Func<Task>?> BackUpAsync() => await _store.BackUpAsync();

    protected override async ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence)
    {
        await _store.QueryAsync("INSERT INTO lead_cadences SELECT id, $2 FROM leads WHERE sellsy_contact_id = $1", sellsyContactId, cadence);
        return true;
    }
}
