using System.Data;
using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Data.Sqlite;

namespace Cadence.SellsyImport.Sqlite.Tests;

/// <summary>A host's own sink over a table in SQLite, with every step.</summary>
public sealed class SqliteTableSinkConformance : LeadStepsConformance
{
    private readonly TemporaryStore _store = new();

    public override ValueTask InitializeAsync()
    {
        _store.Run(TableSink.Create);
        return base.InitializeAsync();
    }

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }

    // Each lead is written to the disk by itself.
    protected override int ManyLeads => LongProof.Count(sample: 500, all: 10_000);

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(Open());

    protected override async ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() =>
        [.. (await Open().AllAsync()).Select(one => new StoredLead(
            one.Lead.SellsyContactId, one.Lead.FirstName, one.Lead.Note, one.Owner.Id, one.Lead.Company?.Name))];

    protected override ValueTask EditLeadAsync(string sellsyContactId, string firstName) =>
        Open().EditAsync(sellsyContactId, lead => lead with { FirstName = firstName });

    protected override ValueTask RemoveLeadAsync(string sellsyContactId) => Open().RemoveAsync(sellsyContactId);

    private TableSink Open() => new(Connect);

    /// <summary>Does not wait for the disk: no test here takes the power away.</summary>
    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_store.DatabasePath};Pooling=False");
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Open)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA synchronous = OFF";
                command.ExecuteNonQuery();
            }
        };
        return connection;
    }
}
