using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests;

/// <summary>A host's own sink over a table in PostgreSQL, with every step.</summary>
public sealed class PostgreSqlTableSinkConformance(SharedServer server) : LeadStepsConformance
{
    private readonly TestStore _store = server.NewStore();

    public override async ValueTask InitializeAsync()
    {
        await _store.RunAsync($"CREATE SCHEMA {_store.Schema}; {TableSink.Create}");
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(Open());

    protected override async ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() =>
        [.. (await Open().AllAsync()).Select(one => new StoredLead(
            one.Lead.SellsyContactId, one.Lead.FirstName, one.Lead.Note, one.Owner.Id, one.Lead.Company?.Name))];

    protected override ValueTask EditLeadAsync(string sellsyContactId, string firstName) =>
        Open().EditAsync(sellsyContactId, lead => lead with { FirstName = firstName });

    protected override ValueTask RemoveLeadAsync(string sellsyContactId) => Open().RemoveAsync(sellsyContactId);

    private TableSink Open() => new(() => new NpgsqlConnection($"{server.ConnectionString};Search Path={_store.Schema}"));
}
