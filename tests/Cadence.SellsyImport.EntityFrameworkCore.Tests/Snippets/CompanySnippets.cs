using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Snippets;

// The code of docs/entity-framework-core.md that is not in a sample.
public sealed class CompanySnippets : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-ef-snippets-").FullName;
    private ServiceProvider? _host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddDbContextFactory<OfficeContext>(options => options.UseSqlite($"Data Source={_folder}/office.db;Pooling=False"));
        services.AddSellsyImport().UseEntityFrameworkCore<OfficeContext>(map => map.Leads<Person>(contacts =>
        {
            contacts.PrepareAsync = async (crm, entries, cancellationToken) =>
            {
                var names = entries.Select(entry => entry.Lead.Company?.Name).OfType<string>().Distinct().ToList();
                await crm.Companies.Where(company => names.Contains(company.Name)).LoadAsync(cancellationToken);
            };
            contacts.Write = (contact, entry, crm) =>
            {
                contact.FirstName = entry.Lead.FirstName;
                contact.OwnerId = entry.Owner.Id;
                contact.Company = entry.Lead.Company?.Name is not { } name ? null
                    : crm.Companies.Local.FirstOrDefault(company => company.Name == name) ?? crm.Add(new Company { Name = name }).Entity;
            };
            contacts.Query = query => query.Include(contact => contact.Company);
            contacts.Read = contact => (
                new Lead
                {
                    SellsyContactId = contact.SellsyId!,
                    FirstName = contact.FirstName,
                    Company = contact.Company is null ? null : new() { Name = contact.Company.Name },
                },
                new(contact.OwnerId, "", ""));
        }));
        _host = services.BuildServiceProvider();
        await using var context = Context();
        await context.Database.EnsureCreatedAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Contacts_share_the_companies_of_the_host()
    {
        var sink = _host!.GetRequiredService<ILeadSink>();
        await sink.AddAsync(Batches.Of(Employee("1", "Alpha"), Employee("2", "Alpha"), Employee("3", null)), Cancellation);

        await sink.AddAsync(Batches.Of(Employee("4", "Alpha"), Employee("5", "Béta")), Cancellation);

        await using var context = Context();
        var people = await context.People.Include(person => person.Company).OrderBy(person => person.SellsyId).ToListAsync(Cancellation);
        Assert.Equal(["Alpha", "Alpha", null, "Alpha", "Béta"], people.Select(person => person.Company?.Name));
        Assert.Equal(2, await context.Companies.CountAsync(Cancellation));
        var change = Assert.Single(await ((ILeadReader)sink).ReadLeadsAsync(["1"], Cancellation));
        var entry = new LeadEntry(1, change.Lead with { Company = new() { Name = "Béta" } }, change.Owner) { Before = change };
        Assert.Equal(LeadEntryOutcome.Updated, Assert.Single(await ((ILeadUpdater)sink).UpdateAsync(new(Batches.Import, 2, [entry]), Cancellation)).Outcome);
        Assert.Equal("Béta", Assert.Single(await ((ILeadReader)sink).ReadLeadsAsync(["1"], Cancellation)).Lead.Company?.Name);
    }

    private static Lead Employee(string id, string? company) => Batches.Lead(id) with { Company = company is null ? null : new() { Name = company } };

    private OfficeContext Context() => _host!.GetRequiredService<IDbContextFactory<OfficeContext>>().CreateDbContext();

    private sealed class Company
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";
    }

    private sealed class Person
    {
        public int Id { get; set; }

        public string? SellsyId { get; set; }

        public string? FirstName { get; set; }

        public string OwnerId { get; set; } = "";

        public Company? Company { get; set; }

        public long Version { get; set; }
    }

    private sealed class OfficeContext(DbContextOptions<OfficeContext> options) : DbContext(options)
    {
        public DbSet<Person> People => Set<Person>();

        public DbSet<Company> Companies => Set<Company>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.AddSellsyImport<Person>(person => person.SellsyId, person => person.Version);
    }
}
