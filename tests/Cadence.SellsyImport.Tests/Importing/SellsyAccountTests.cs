using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>Sellsy numbers its objects per account: an id means a contact only together with its account.</summary>
public sealed class SellsyAccountTests
{
    private const string Csv = "ID Sellsy;Prénom;Propriétaire;ID propriétaire\n51;Zoé;Marie Durand;\n";

    [Fact]
    public async Task The_contact_51_of_two_accounts_is_two_leads()
    {
        using var host = new ImportHost();

        var first = await AddAsync(host, "Nantes");
        var again = await AddAsync(host, "Nantes");
        var second = await AddAsync(host, "Lyon");

        Assert.Equal((1, 0, 1), (first.Counts.Added, again.Counts.Added, second.Counts.Added));
        Assert.Equal([("Nantes", "51"), ("Lyon", "51")], host.Sink.Leads.Select(entry => (entry.Lead.SellsyAccount, entry.Lead.SellsyContactId)));
        Assert.Equal(("Nantes", "Lyon"), (first.Import.SellsyAccount, second.Import.SellsyAccount));
    }

    [Fact]
    public async Task A_preview_has_the_account_of_the_options_unless_it_is_given_another()
    {
        using var host = new ImportHost(options => options.SellsyAccount = "Nantes");
        var source = ImportHost.Source(Csv);
        var mapping = (await host.Importer.OpenAsync(source, ImportHost.Cancellation)).Suggestion.Mapping;

        var usual = await host.Importer.PreviewAsync(source, mapping, cancellationToken: ImportHost.Cancellation);
        var chosen = await host.Importer.PreviewAsync(source, mapping, new PreviewOptions { SellsyAccount = "Lyon" }, cancellationToken: ImportHost.Cancellation);
        var none = await host.Importer.PreviewAsync(source, mapping, new PreviewOptions { SellsyAccount = "" }, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(["Nantes", "Lyon", ""], new[] { usual, chosen, none }.Select(plan => plan.SellsyAccount));
        Assert.Equal(3, new[] { usual, chosen, none }.Select(plan => plan.SettingsHash).Distinct().Count());
    }

    [Fact]
    public async Task A_saved_plan_keeps_its_account()
    {
        using var host = new ImportHost();
        var plan = await PreviewAsync(host, "Nantes");
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, ImportHost.Cancellation);
        saved.Position = 0;

        var loaded = await ImportPlan.LoadAsync(saved, ImportHost.Cancellation);
        await host.Importer.AddAsync(ImportHost.Source(Csv), loaded, cancellationToken: ImportHost.Cancellation);

        Assert.Equal("Nantes", Assert.Single(host.Sink.Leads).Lead.SellsyAccount);
    }

    [Fact]
    public async Task A_sink_that_keeps_no_accounts_refuses_one_before_anything_is_written()
    {
        using var host = new ImportHost(sink: new BareSink(new InMemoryLeadSink()));

        var failure = await Assert.ThrowsAsync<SellsyImportException>(() => PreviewAsync(host, "Nantes"));

        Assert.Equal(ErrorCodes.StoreCannot, failure.Code);
        Assert.Equal(["SellsyAccount", "KeepsSellsyAccounts"], failure.Arguments);
    }

    [Fact]
    public async Task A_plan_of_an_account_is_refused_by_a_host_whose_sink_keeps_none()
    {
        using var keeping = new ImportHost();
        using var other = new ImportHost(sink: new BareSink(new InMemoryLeadSink()));
        var plan = await PreviewAsync(keeping, "Nantes");

        var failure = await Assert.ThrowsAsync<SellsyImportException>(
            () => other.Importer.AddAsync(ImportHost.Source(Csv), plan, cancellationToken: ImportHost.Cancellation));

        Assert.Equal(ErrorCodes.StoreCannot, failure.Code);
    }

    [Theory]
    [InlineData("Nantes", "u8")]
    [InlineData("Lyon", "u9")]
    [InlineData("", "u7")]
    [InlineData("Paris", null)]
    public async Task A_Sellsy_id_of_an_owner_is_one_of_the_account(string account, string? user)
    {
        var users = new FixedUserProvider(
            new CadenceUser("u7", "Anne", "Petit") { SellsyId = "7" },
            new CadenceUser("u8", "Zoé", "Noir") { SellsyIds = [new SellsyUserId("Nantes", "7"), new SellsyUserId("Lyon", "8")] },
            new CadenceUser("u9", "Ali", "Blanc") { SellsyIds = [new SellsyUserId("Lyon", "7")] });
        using var host = new ImportHost(users: users);

        var plan = await PreviewAsync(
            host, account, "ID Sellsy;Prénom;ID propriétaire\n51;Zoé;7\n", mapping => mapping.WithColumn(LeadFields.OwnerSellsyId, new(2, "ID propriétaire")));

        Assert.Equal(user, Assert.Single(plan.Owners).User?.Id);
    }

    [Theory]
    [InlineData(" Nantes")]
    [InlineData("Nan\ntes")]
    public void The_name_of_an_account_is_held_to_its_rule(string account)
    {
        Assert.Throws<ArgumentException>(() => new PreviewOptions { SellsyAccount = account });
        Assert.Throws<OptionsValidationException>(() =>
        {
            using var host = new ImportHost(options => options.SellsyAccount = account);
            _ = host.Importer;
        });
    }

    private static async Task<ImportReport> AddAsync(ImportHost host, string account) =>
        await host.Importer.AddAsync(ImportHost.Source(Csv), await PreviewAsync(host, account), cancellationToken: ImportHost.Cancellation);

    private static async Task<ImportPlan> PreviewAsync(ImportHost host, string account, string csv = Csv, Func<FieldMapping, FieldMapping>? change = null)
    {
        var source = ImportHost.Source(csv);
        var mapping = (await host.Importer.OpenAsync(source, ImportHost.Cancellation)).Suggestion.Mapping;
        var options = new PreviewOptions { SellsyAccount = account };
        return await host.Importer.PreviewAsync(source, change is null ? mapping : change(mapping), options, cancellationToken: ImportHost.Cancellation);
    }
}
