using System.Text.Json;
using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class LeadRoundTripTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_lead_of_every_field_is_read_as_it_was_written()
    {
        var merged = Samples.FullLead() with
        {
            SellsyContactId = "4712",
            Company = Samples.FullCompany() with { City = "Lyon", Phone = null, AddressLines = [] },
            OtherCompanies = [new() { Name = "Globex" }, Samples.FullCompany() with { Size = "2" }, new() { SellsyId = "9" }, new() { City = "Dax" }],
        };
        Lead[] leads = [Samples.FullLead(), merged, Samples.Lead(1), new() { SellsyContactId = "2", Company = new() { Email = "a@b.example" } }];

        await WriteAsync(leads);

        var read = await _store.Ledger.ReadLeadsAsync(["2", "absent", "1", "4712", "4711"], Cancellation);
        Assert.Equal(leads.ToHashSet(), read.Select(version => version.Lead).ToHashSet());
        Assert.All(read, version => Assert.Equal(Samples.Owner, version.Owner));
        Assert.All(read, version => Assert.Empty(version.RunningCadences));
        Assert.Equal(4, read.Select(version => version.Version).Distinct().Count());
    }

    [Fact]
    public async Task Times_come_back_without_a_zone()
    {
        await WriteAsync(Samples.FullLead());

        var lead = Assert.Single(await _store.Ledger.ReadLeadsAsync(["4711"], Cancellation)).Lead;

        Assert.Equal(DateTimeKind.Unspecified, lead.CreatedInSellsy!.Value.Kind);
        Assert.Equal(Samples.FullLead().ModifiedInSellsy, lead.ModifiedInSellsy);
    }

    [Fact]
    public async Task The_running_cadences_of_a_lead_are_read_with_it_and_have_no_part_in_its_version()
    {
        await WriteAsync(Samples.Lead(1));
        var before = Assert.Single(await _store.Ledger.ReadLeadsAsync(["1"], Cancellation));

        _store.Run("INSERT INTO lead_cadences SELECT id, name FROM leads, (SELECT 'Relance' AS name UNION SELECT 'Éveil' UNION SELECT 'Accueil')");

        var after = Assert.Single(await _store.Ledger.ReadLeadsAsync(["1"], Cancellation));
        Assert.Equal(["Accueil", "Relance", "Éveil"], after.RunningCadences);
        Assert.Equal(before.Version, after.Version);
    }

    [Fact]
    public async Task A_lead_that_the_host_wrote_is_read_too()
    {
        await WriteAsync();
        _store.Run(
            """
            INSERT INTO users (id, first_name, last_name) VALUES ('u', 'Ada', 'Fontaine');
            INSERT INTO leads (sellsy_contact_id, owner_id, phones, created_in_sellsy)
            VALUES ('1', 'u', '[{"type":"mobile","text":"06"}]', '2024-04-03 10:30');
            """);

        var read = Assert.Single(await _store.Ledger.ReadLeadsAsync(["1"], Cancellation));

        Assert.Equal(
            new() { SellsyContactId = "1", Phones = [new(PhoneType.Mobile, "06", null)], CreatedInSellsy = new(2024, 4, 3, 10, 30, 0, DateTimeKind.Unspecified) },
            read.Lead);
        Assert.Equal(DateTimeKind.Unspecified, read.Lead.CreatedInSellsy!.Value.Kind);
        Assert.Equal(new("u", "Ada", "Fontaine"), read.Owner);
    }

    [Fact]
    public async Task A_list_that_somebody_spoilt_is_told_as_a_database_that_cannot_be_read()
    {
        await WriteAsync(Samples.Lead(1));
        _store.Run("UPDATE leads SET emails = 'x@secret.example'");

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => _store.Ledger.ReadLeadsAsync(["1"], Cancellation).AsTask());

        Assert.Equal(ErrorCodes.DatabaseUnreadable, exception.Code);
        Assert.Equal([_store.DatabasePath], exception.Arguments);
        Assert.IsType<JsonException>(exception.InnerException, exactMatch: false);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task WriteAsync(params Lead[] leads)
    {
        await _store.Ledger.StartAsync(Samples.Start, Cancellation);
        var outcomes = await _store.Ledger.WriteAsync(Samples.Written(1, [.. leads.Select(Samples.Added)]), Cancellation);
        Assert.All(outcomes, outcome => Assert.Equal(LeadEntryOutcome.Added, outcome));
    }
}
