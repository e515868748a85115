using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class SqliteLedgerConformance : UndoLedgerConformance
{
    private readonly TemporaryStore _store = new();

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new SqliteLeadSink(_store.OpenKept()));

    protected override ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) =>
        RunAsync($"UPDATE leads SET job_position = {Text(jobPosition)}, note = {Text(note)} WHERE sellsy_contact_id = {Text(sellsyContactId)}");

    protected override ValueTask RemoveLeadAsync(string sellsyContactId) =>
        RunAsync($"DELETE FROM leads WHERE sellsy_contact_id = {Text(sellsyContactId)}");

    protected override ValueTask<IReadOnlyList<string>> ReadCompaniesAsync() =>
        new([.. _store.Query("SELECT name FROM companies").Select(row => (string?)row[0] ?? "")]);

    protected override ValueTask EditCompanyAsync(string name, string city) =>
        RunAsync($"UPDATE companies SET city = {Text(city)} WHERE name = {Text(name)}");

    protected override async ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence)
    {
        await RunAsync($"INSERT INTO lead_cadences SELECT id, {Text(cadence)} FROM leads WHERE sellsy_contact_id = {Text(sellsyContactId)}");
        return true;
    }

    private static string Text(string? value) => value is null ? "NULL" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private ValueTask RunAsync(string statement)
    {
        _store.Run(statement);
        return ValueTask.CompletedTask;
    }
}
