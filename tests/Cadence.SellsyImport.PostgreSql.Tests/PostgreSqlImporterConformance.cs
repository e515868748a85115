using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PostgreSqlImporterConformance(SharedServer server) : ImporterConformance
{
    private TestStore _store = server.NewStore();

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override int Cases => 10;

    protected override async ValueTask NewStoreAsync()
    {
        await _store.DisposeAsync();
        _store = server.NewStore();
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new PostgreSqlLeadSink(_store.Open()));

    protected override async ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) => await _store.QueryAsync(
        "UPDATE leads SET job_position = nullif($2, ''), note = nullif($3, '') WHERE sellsy_contact_id = $1", sellsyContactId, jobPosition ?? "", note ?? "");

    protected override async ValueTask RemoveLeadAsync(string sellsyContactId) =>
        await _store.QueryAsync("DELETE FROM leads WHERE sellsy_contact_id = $1", sellsyContactId);
}
