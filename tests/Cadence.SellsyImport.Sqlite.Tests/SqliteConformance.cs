using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class SqliteConformance : LeadStepsConformance
{
    private readonly TemporaryStore _store = new();

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new SqliteLeadSink(_store.OpenKept()));

    protected override ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() => new([.. _store
        .Query("SELECT sellsy_contact_id, first_name, note, owner_id, name FROM leads LEFT JOIN companies ON companies.id = company_id")
        .Select(row => new StoredLead((string)row[0]!, (string?)row[1], (string?)row[2], (string)row[3]!, (string?)row[4]))]);

    protected override ValueTask EditLeadAsync(string sellsyContactId, string firstName)
    {
        _store.Query("UPDATE leads SET first_name = $name WHERE sellsy_contact_id = $id", ("$name", firstName), ("$id", sellsyContactId));
        return ValueTask.CompletedTask;
    }

    protected override ValueTask RemoveLeadAsync(string sellsyContactId)
    {
        _store.Query("DELETE FROM leads WHERE sellsy_contact_id = $id", ("$id", sellsyContactId));
        return ValueTask.CompletedTask;
    }

    protected override async ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence)
    {
        await Task.Run(() => _store.Run($"INSERT INTO lead_cadences SELECT id, '{cadence}' FROM leads WHERE sellsy_contact_id = '{sellsyContactId}'"));
        return true;
    }
}
