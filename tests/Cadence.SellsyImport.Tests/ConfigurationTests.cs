using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests;

public sealed class ConfigurationTests
{
    [Fact]
    public void Every_option_is_read_from_its_key_in_any_case()
    {
        var options = Read(
            ("KeepUnmappedColumns", "true"),
            ("invalidemailiserror", "True"),
            ("RepeatedContacts", "Merge"),
            ("ExistingLeads", "fillblanks"),
            ("LeaseDuration", "00:02:30"),
            ("BatchSize", "500"),
            ("MaxRecordBytes", " 4096 "),
            ("MaxCellLength", "2000"),
            ("MaxColumns", "60"),
            ("MaxEmails", "7"),
            ("MaxPhones", "8"),
            ("DefaultCallingCode", "32"));

        Assert.Equal((true, true, RepeatedContacts.Merge), (options.KeepUnmappedColumns, options.InvalidEmailIsError, options.RepeatedContacts));
        Assert.Equal((ExistingLeadPolicy.FillBlanks, TimeSpan.FromSeconds(150), 500), (options.ExistingLeads, options.LeaseDuration, options.BatchSize));
        Assert.Equal((4_096, 2_000, 60), (options.MaxRecordBytes, options.MaxCellLength, options.MaxColumns));
        Assert.Equal((7, 8, 32), (options.MaxEmails, options.MaxPhones, options.DefaultCallingCode));
    }

    [Fact]
    public void No_option_is_left_without_a_key()
    {
        var properties = typeof(SellsyImportOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToArray();

        var failure = Assert.Single(Assert.Throws<OptionsValidationException>(() => Read(("Batchsise", "1"))).Failures);

        Assert.True(properties.Length >= 12, $"{properties.Length} options");
        var keys = failure.Replace("The option SellsyImport:Batchsise is unknown; ", "", StringComparison.Ordinal).Replace(" is expected.", "", StringComparison.Ordinal);
        Assert.Equal(properties.Append("ExistingLeadsOfFields").Order(StringComparer.Ordinal), keys.Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_reported_at_once_with_their_place_and_what_is_expected()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Read(
            ("KeepUnmappedColumns", "yes"),
            ("RepeatedContacts", "2"),
            ("LeaseDuration", "one minute"),
            ("BatchSize", "many"),
            ("MaxColumns:Most", "5"),
            ("MaxPhones", "101")));

        Assert.Equal(
            [
                "The option MaxPhones is 101; 1 to 100 is expected.",
                "The option SellsyImport:BatchSize is \"many\"; a whole number is expected.",
                "The option SellsyImport:KeepUnmappedColumns is \"yes\"; true or false is expected.",
                "The option SellsyImport:LeaseDuration is \"one minute\"; a duration such as 00:01:00 is expected.",
                "The option SellsyImport:MaxColumns is no single value; a whole number is expected.",
                "The option SellsyImport:RepeatedContacts is \"2\"; FirstWins, LastWins, Merge is expected.",
            ],
            exception.Failures.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_absent_section_leaves_the_defaults_and_code_changes_what_the_configuration_says()
    {
        Assert.Equal(2_000, Read().BatchSize);

        var services = new ServiceCollection();
        services.AddSellsyImport(Section(("BatchSize", "500"), ("MaxPhones", "8")), options => options.BatchSize = 700);
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<SellsyImportOptions>>().Value;

        Assert.Equal((700, 8), (options.BatchSize, options.MaxPhones));
    }

    [Fact]
    public async Task A_host_with_a_wrong_option_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("SellsyImport:BatchSize", "0")]);
        builder.Services.AddSellsyImport(builder.Configuration.GetSection("SellsyImport")).Services.AddSingleton<ILeadSink>(new InMemoryLeadSink());
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["The option BatchSize is 0; 1 to 100000 is expected."], exception.Failures);
    }

    [Fact]
    public async Task A_host_whose_options_are_set_wrong_in_code_does_not_start_either()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSellsyImport(options => options.BatchSize = 0);
        using var host = builder.Build();

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"SellsyImport:{value.Key}", (string?)value.Value)))
        .Build()
        .GetSection("SellsyImport");

    private static SellsyImportOptions Read(params (string Key, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddSellsyImport(Section(values));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<SellsyImportOptions>>().Value;
    }
}
