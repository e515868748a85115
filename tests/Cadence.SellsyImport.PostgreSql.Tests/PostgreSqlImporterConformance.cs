using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PostgreSqlImporterConformance(SharedServer server) : ImporterConformance
{
    private readonly TestStore _store = server.NewStore();

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    // What a preview and its write have in common hangs on no rule of culture.
    protected override int Cases => LongProof.Count(sample: 3, all: 10);

    protected override int Pairs => LongProof.Count(sample: 20, all: 100);

    protected override ValueTask NewStoreAsync() => _store.EmptyAsync();

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new PostgreSqlLeadSink(_store.Open()));

    protected override async ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) => await _store.QueryAsync(
        "UPDATE leads SET job_position = nullif($2, ''), note = nullif($3, '') WHERE sellsy_contact_id = $1", sellsyContactId, jobPosition ?? "", note ?? "");

    protected override async ValueTask RemoveLeadAsync(string sellsyContactId) =>
        await _store.QueryAsync("DELETE FROM leads WHERE sellsy_contact_id = $1", sellsyContactId);
}
