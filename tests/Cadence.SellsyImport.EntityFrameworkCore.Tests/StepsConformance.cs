using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests;

/// <summary>Finding, adding, reading, changing and removing leads, on each database.</summary>
public abstract class StepsConformance(Crm crm) : LeadStepsConformance
{
    public override ValueTask InitializeAsync() => crm.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await crm.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override int ManyLeads => LongProof.StartsServers ? 10_000 : 1_000;

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(crm.OpenSink());

    protected override async ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync()
    {
        await using var context = crm.Context();
        return await context.Contacts
            .Select(contact => new StoredLead(contact.SellsyId!, contact.FirstName, contact.Note, contact.Owner.Id, contact.CompanyName))
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    protected override ValueTask EditLeadAsync(string sellsyContactId, string firstName) =>
        crm.EditAsync(sellsyContactId, contact => contact.FirstName = firstName);

    protected override ValueTask RemoveLeadAsync(string sellsyContactId) => crm.RemoveAsync(sellsyContactId);

    protected override async ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence)
    {
        await crm.StartCadenceAsync(sellsyContactId, cadence);
        return true;
    }
}

public sealed class SqliteStepsConformance() : StepsConformance(new SqliteCrm());

public sealed class PostgreSqlStepsConformance(PostgreSqlServer server) : StepsConformance(server.New());
