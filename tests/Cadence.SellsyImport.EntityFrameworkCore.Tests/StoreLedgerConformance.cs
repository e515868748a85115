using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests;

/// <summary>Leads and ledger in one transaction, and undo, on each database.</summary>
public abstract class StoreLedgerConformance(Crm crm) : UndoLedgerConformance
{
    /// <summary>The database of the test.</summary>
    protected Crm Crm => crm;

    protected override int ManyLeads => LongProof.StartsServers ? 10_000 : 1_000;

    protected override bool HasCompanies => false;

    public override ValueTask InitializeAsync() => crm.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await crm.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(crm.OpenSink(Time));

    protected override ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) =>
        crm.EditAsync(sellsyContactId, contact => (contact.JobPosition, contact.Note) = (jobPosition, note));

    protected override ValueTask RemoveLeadAsync(string sellsyContactId) => crm.RemoveAsync(sellsyContactId);

    protected override ValueTask<IReadOnlyList<string>> ReadCompaniesAsync() => throw new NotSupportedException();

    protected override ValueTask EditCompanyAsync(string name, string city) => ValueTask.CompletedTask;

    protected override async ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence)
    {
        await crm.StartCadenceAsync(sellsyContactId, cadence);
        return true;
    }

    protected override ValueTask<Func<Task>?> BackUpAsync() => crm.BackUpAsync();

    protected override async ValueTask<IAsyncDisposable?> HoldWritesAsync() => await crm.HoldWritesAsync();
}

public sealed class SqliteLedgerConformance() : StoreLedgerConformance(new SqliteCrm());

public sealed class PostgreSqlLedgerConformance(PostgreSqlServer server) : StoreLedgerConformance(server.New(retries: true));
