using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void A_missing_sink_is_told_with_its_remedy()
    {
        using var services = new ServiceCollection().AddSellsyImport().Services.BuildServiceProvider();

        var exception = Assert.Throws<SellsyImportException>(() => services.GetRequiredService<ISellsyImporter>());

        Assert.Equal(
            "No ILeadSink is registered. Call UseSqlite(…) or UsePostgreSql(…) on the builder that AddSellsyImport() returns, or register your own ILeadSink.",
            exception.Message);
    }

    [Fact]
    public void A_sink_that_cannot_be_checked_is_told_by_the_interface_it_lacks()
    {
        using var services = new ServiceCollection().AddSellsyImport().Services.AddSingleton<ILeadSink>(new InMemoryLeadSink()).BuildServiceProvider();

        var exception = Assert.Throws<SellsyImportException>(() => services.GetRequiredService<IStoreCheck>());

        Assert.Equal((ErrorCodes.StoreCannot, nameof(IStoreCheck)), (exception.Code, exception.Arguments[1]));
    }

    [Fact]
    public async Task Missing_users_are_told_with_their_remedy()
    {
        using var services = new ServiceCollection().AddSellsyImport().Services.AddSingleton<ILeadSink>(new InMemoryLeadSink()).BuildServiceProvider();
        var importer = services.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromBytes("contacts.csv", "ID Sellsy;Prénom;Propriétaire\n1;Anne;Marie Durand\n"u8.ToArray());
        var overview = await importer.OpenAsync(source, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() =>
            importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("Nobody provides the users of Cadence. Register an ICadenceUserProvider or an IOwnerResolver, or call UseSqlite(…).", exception.Message);
    }

    [Fact]
    public void Calling_it_twice_changes_nothing()
    {
        var services = new ServiceCollection();
        services.AddSellsyImport(options => options.Fields.Add(new LeadField("Score", LeadFieldKind.Text)));
        var once = services.Count;

        services.AddSellsyImport();

        Assert.Equal(once, services.Count);
    }

    [Fact]
    public void A_field_added_twice_is_one_field()
    {
        var services = new ServiceCollection();
        void Configure(SellsyImportOptions options) => options.Fields.Add(new LeadField("Score", LeadFieldKind.Text));
        services.AddSellsyImport(Configure);
        services.AddSellsyImport(Configure);
        using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetRequiredService<IOptions<SellsyImportOptions>>().Value.Fields, field => field.Name == "Score");
    }

    [Fact]
    public void The_hosts_registration_wins_before_and_after()
    {
        var (before, after) = (new Reading(), new Reading());

        using var first = new ServiceCollection().AddSingleton<ISellsyCsvReader>(before).AddSellsyImport().Services.BuildServiceProvider();
        using var last = new ServiceCollection().AddSellsyImport().Services.AddSingleton<ISellsyCsvReader>(after).BuildServiceProvider();

        Assert.Same(before, first.GetRequiredService<ISellsyCsvReader>());
        Assert.Same(after, last.GetRequiredService<ISellsyCsvReader>());
    }

    [Fact]
    public void Options_out_of_their_ranges_are_all_told()
    {
        using var services = new ServiceCollection()
            .AddSellsyImport(options =>
            {
                options.BatchSize = 0;
                options.MaxPhones = 101;
                options.Fields.Remove("Owner");
                options.Fields.Add(new LeadField("Mon champ", LeadFieldKind.Text));
                options.Fields.Add(new LeadField("Short", LeadFieldKind.Text) { MaxLength = 0 });
                options.Fields.Add(new LeadField("Kind", (LeadFieldKind)99));
            })
            .Services.AddSingleton<ILeadSink>(new InMemoryLeadSink())
            .BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<ISellsyImporter>());

        Assert.Equal(
            [
                "The option BatchSize is 0; 1 to 100000 is expected.",
                "The option MaxPhones is 101; 1 to 100 is expected.",
                "The option Fields is a field named \"Mon champ\"; a name of ASCII letters and digits is expected.",
                "The option Fields is the field \"Short\" of at most 0 characters; at least 1 is expected.",
                $"The option Fields is the field \"Kind\" of the kind 99; {string.Join(", ", Enum.GetNames<LeadFieldKind>())} is expected.",
                "The option Fields is no mandatory field Owner; Owner, mandatory: every lead has an identity and an owner is expected.",
            ],
            exception.Failures);
    }

    private sealed class Reading : ISellsyCsvReader
    {
        public ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Not read in this test.");
    }
}
