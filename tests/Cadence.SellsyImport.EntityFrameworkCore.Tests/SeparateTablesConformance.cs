using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests;

/// <summary>The tables of the ledger by themselves, beside sinks in memory. The other suites prove them within the transactions of the store.</summary>
public abstract class SeparateTablesConformance(Crm crm) : SeparateLedgerConformance
{
    protected override int Cases => 1;

    public override ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CADENCE_CASES") is null, "Thousands of imports; CADENCE_CASES=1 runs them.");
        return crm.CreateAsync();
    }

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
