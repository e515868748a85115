using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Ledgers;

/// <summary>A sink that remembers its batches gets a batch in doubt again, and its first answers count.</summary>
public sealed class RememberedBatchTests
{
    private const int Rows = 6;

    [Theory]
    [InlineData(SinkFault.Fail)]
    [InlineData(SinkFault.DoThenFail)]
    public async Task A_contact_that_another_added_before_the_batch_is_not_taken_for_the_imports_own(SinkFault fault)
    {
        var inner = new InMemoryLeadSink();
        var hosts = new LedgerHost(inner);
        using var host = hosts.Open();
        var source = LedgerHost.Rows(Rows);
        var plan = await host.PreviewAsync(source);
        inner.AddExisting(new("2"));
        await AssertStopsAsync(new(inner, callNumber: 1, fault), hosts, source, plan);

        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(Rows, Rows - 1, 0, 0, 0, 1), report.Counts);
        Assert.Equal(IssueCodes.AppearedSincePreview, report.Outcomes.FoundByTheWrite(2)!.Code);
        Assert.Equal(2, inner.Batches);
    }

    [Fact]
    public async Task Where_an_owner_changed_since_the_leads_are_looked_up_and_no_other_is_sent()
    {
        var inner = new InMemoryLeadSink();
        var hosts = new LedgerHost(inner);
        var source = LedgerHost.Rows(Rows);
        using var host = hosts.Open();
        var plan = await host.PreviewAsync(source);
        await AssertStopsAsync(new(inner, callNumber: 1, SinkFault.Fail), hosts, source, plan);
        using var later = hosts.Open(users: new FixedUserProvider(ImportHost.Helene));

        var report = await later.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(Rows, 3, 0, 0, 0, 3), report.Counts);
        Assert.Equal(["2", "4", "6"], inner.Leads.Select(lead => lead.Lead.SellsyContactId));
    }

    private static async Task AssertStopsAsync(FaultInjectingLeadSink broken, LedgerHost hosts, ImportSource source, ImportPlan plan)
    {
        using var host = new ImportHost(
            options => options.BatchSize = 4,
            services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<ISeparateLedger>(services, hosts.Ledger),
            broken);
        await Assert.ThrowsAsync<InjectedFaultException>(() => host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));
        Assert.True((await hosts.LastAsync()).HasBatchInDoubt);
    }
}
