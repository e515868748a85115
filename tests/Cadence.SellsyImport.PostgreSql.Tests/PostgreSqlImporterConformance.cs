using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PostgreSqlImporterConformance(SharedServer server) : ImporterConformance
{
    private static readonly bool IsInvariant = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true";

    private readonly TestStore _store = server.NewStore();

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    // What a preview and its write have in common hangs on no rule of culture.
    protected override int Cases => IsInvariant ? 3 : 10;

    protected override int Pairs => IsInvariant ? 20 : 100;

    protected override ValueTask NewStoreAsync() => _store.EmptyAsync();

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new PostgreSqlLeadSink(_store.Open()));

    protected override async ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) => await _store.QueryAsync(
        "UPDATE leads SET job_position = nullif($2, ''), note = nullif($3, '') WHERE sellsy_contact_id = $1", sellsyContactId, jobPosition ?? "", note ?? "");

    protected override async ValueTask RemoveLeadAsync(string sellsyContactId) =>
        await _store.QueryAsync("DELETE FROM leads WHERE sellsy_contact_id = $1", sellsyContactId);
}
