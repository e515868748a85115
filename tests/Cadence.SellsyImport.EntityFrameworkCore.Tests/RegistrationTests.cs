using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests;

public sealed class RegistrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_map_without_leads_or_without_a_part_is_refused_at_once()
    {
        var builder = new ServiceCollection().AddSellsyImport();

        Assert.Equal([nameof(CrmContext), "Leads"], Refused(map => { }));
        Assert.Equal([nameof(Contact), "Write"], Refused(map => map.Leads<Contact>(leads => leads.Read = _ => throw new NotSupportedException())));
        Assert.Equal([nameof(Contact), "Read"], Refused(map => map.Leads<Contact>(leads => leads.Write = (_, _, _) => { })));

        IEnumerable<string> Refused(Action<StoreMap<CrmContext>> configure)
        {
            var exception = Assert.Throws<SellsyImportException>(() => builder.UseEntityFrameworkCore(configure));
            Assert.Equal(ErrorCodes.MapIncomplete, exception.Code);
            return exception.Arguments;
        }
    }

    [Fact]
    public async Task A_model_without_the_import_is_named_with_its_remedy()
    {
        var services = new ServiceCollection();
        services.AddDbContextFactory<BareContext>(options => options.UseSqlite("Data Source=:memory:"));
        services.AddSellsyImport().UseEntityFrameworkCore<BareContext>(map => map.Leads<Contact>(leads =>
        {
            leads.Write = (_, _, _) => { };
            leads.Read = _ => throw new NotSupportedException();
        }));
        await using var host = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            async () => await host.GetRequiredService<ILeadSink>().FindExistingAsync(["1"], Cancellation));

        Assert.Equal(ErrorCodes.ModelIncomplete, exception.Code);
        Assert.Equal([nameof(BareContext), nameof(Contact)], exception.Arguments);
    }

    [Fact]
    public async Task A_scoped_context_serves_as_well_as_a_factory_and_its_changes_give_new_versions()
    {
        await using var crm = new SqliteCrm();
        await crm.CreateAsync();
        var services = new ServiceCollection();
        services.AddSellsyImport().UseEntityFrameworkCore<CrmContext>(CrmMap.Configure);
        services.AddDbContext<CrmContext>(options => options.UseSqlite(crm.ConnectionString));
        await using var host = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        var sink = host.GetRequiredService<ILeadSink>();
        await sink.AddAsync(Batches.Of("1"), Cancellation);
        var before = Assert.Single(await ((ILeadReader)sink).ReadLeadsAsync(["1"], Cancellation)).Version;
        await using (var scope = host.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<CrmContext>();
            (await context.Contacts.SingleAsync(Cancellation)).Score = 1;
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.NotEqual(before, Assert.Single(await ((ILeadReader)sink).ReadLeadsAsync(["1"], Cancellation)).Version);
        await host.GetRequiredService<IStoreCheck>().CheckAsync(Cancellation);
    }

    [Fact]
    public async Task A_context_whose_options_the_host_builds_gives_new_versions_too()
    {
        await using var crm = new SqliteCrm();
        await crm.CreateAsync();
        var sink = crm.OpenSink();
        await sink.AddAsync(Batches.Of("1"), Cancellation);
        var before = Assert.Single(await ((ILeadReader)sink).ReadLeadsAsync(["1"], Cancellation)).Version;
        var options = new DbContextOptionsBuilder<CrmContext>().UseSqlite(crm.ConnectionString);
        options.UseSellsyImport();
        await using var context = new CrmContext(options.Options);
        var contact = await context.Contacts.SingleAsync(Cancellation);

        contact.Score = 1;
        context.SaveChanges();

        Assert.NotEqual(before, Assert.Single(await ((ILeadReader)sink).ReadLeadsAsync(["1"], Cancellation)).Version);
    }

    [Fact]
    public async Task The_check_of_the_store_fails_where_the_tables_are_missing()
    {
        await using var crm = new SqliteCrm();

        await Assert.ThrowsAnyAsync<Exception>(async () => await crm.Open().GetRequiredService<IStoreCheck>().CheckAsync(Cancellation));

        await crm.CreateAsync();
        await crm.Open().GetRequiredService<IStoreCheck>().CheckAsync(Cancellation);
    }

    private sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options);
}
