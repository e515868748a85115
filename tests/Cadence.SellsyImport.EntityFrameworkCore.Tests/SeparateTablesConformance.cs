using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests;

/// <summary>The tables of the ledger by themselves, on each database.</summary>
public abstract class SeparateTablesConformance(Crm crm) : SeparateLedgerConformance
{
    protected override int Cases => LongProof.Count(sample: 1, all: 5);

    public override ValueTask InitializeAsync() => crm.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await crm.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override ValueTask<ISeparateLedger> OpenLedgerAsync() => new(crm.OpenLedger(Time));
}

public sealed class SqliteTablesConformance() : SeparateTablesConformance(new SqliteCrm());

public sealed class PostgreSqlTablesConformance(PostgreSqlServer server) : SeparateTablesConformance(server.New());
