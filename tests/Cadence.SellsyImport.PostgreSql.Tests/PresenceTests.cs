using Cadence.SellsyImport.PostgreSql.Tests.Support;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PresenceTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_new_store_has_no_lead() =>
        Assert.Empty(await _store.Sink.FindExistingAsync(["1", "2"], TestContext.Current.CancellationToken));

    [Fact]
    public async Task Contacts_that_are_there_are_found_and_absent_ones_are_left_out()
    {
        await _store.AddAsync(1, Samples.Lead(1), Samples.Lead(3), Samples.Lead(0) with { SellsyContactId = "007" });

        var found = await _store.Sink.FindExistingAsync(["2", "3", "7", "007", "\"'", "1"], TestContext.Current.CancellationToken);

        Assert.Equal(["1", "3", "007"], found.Select(lead => lead.SellsyContactId));
        Assert.All(found, lead => Assert.Empty(lead.RunningCadences));
    }

    [Fact]
    public async Task No_ids_find_nothing()
    {
        await _store.AddAsync(1, Samples.Lead(1));

        Assert.Empty(await _store.Sink.FindExistingAsync([], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_running_cadences_that_a_host_filled_in_come_with_the_lead()
    {
        await _store.AddAsync(1, Samples.Lead(1), Samples.Lead(2), Samples.Lead(3));
        await _store.RunAsync("INSERT INTO lead_cadences SELECT id, 'Relance été' FROM leads WHERE sellsy_contact_id <> '2'");
        await _store.RunAsync("INSERT INTO lead_cadences SELECT id, 'Découverte' FROM leads WHERE sellsy_contact_id = '3'");

        var found = await _store.Sink.FindExistingAsync(["3", "2", "1"], TestContext.Current.CancellationToken);

        Assert.Equal(["1: Relance été", "2: ", "3: Découverte, Relance été"], found.Select(lead => $"{lead.SellsyContactId}: {string.Join(", ", lead.RunningCadences)}"));
    }
}
