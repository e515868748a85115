using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PostgreSqlConformance(SharedServer server) : LeadStepsConformance
{
    private readonly TestStore _store = server.NewStore();

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new PostgreSqlLeadSink(_store.Open()));

    protected override async ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() => [.. (await _store
        .QueryAsync("SELECT sellsy_contact_id, first_name, note, owner_id, name FROM leads LEFT JOIN companies ON companies.id = company_id"))
        .Select(row => new StoredLead((string)row[0]!, (string?)row[1], (string?)row[2], (string)row[3]!, (string?)row[4]))];

    protected override async ValueTask EditLeadAsync(string sellsyContactId, string firstName) =>
        await _store.QueryAsync("UPDATE leads SET first_name = $2 WHERE sellsy_contact_id = $1", sellsyContactId, firstName);

    protected override async ValueTask RemoveLeadAsync(string sellsyContactId) =>
        await _store.QueryAsync("DELETE FROM leads WHERE sellsy_contact_id = $1", sellsyContactId);

    protected override async ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence)
    {
        await _store.QueryAsync("INSERT INTO lead_cadences SELECT id, $2 FROM leads WHERE sellsy_contact_id = $1", sellsyContactId, cadence);
        return true;
    }
}
