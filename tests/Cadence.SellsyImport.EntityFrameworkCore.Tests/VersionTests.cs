using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests;

/// <summary>Which changes give a lead a new version.</summary>
public abstract class VersionTests(Crm crm) : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await crm.CreateAsync();
        await crm.OpenSink().AddAsync(Batches.Of("1", "2"), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await crm.DisposeAsync();
    }

    [Fact]
    public async Task Any_change_by_the_host_gives_a_new_version_that_never_comes_back()
    {
        var versions = new HashSet<long> { await VersionAsync() };
        for (var score = 1; score <= 20; score++)
        {
            await crm.EditAsync("1", contact => contact.Score = score % 2);

            Assert.True(versions.Add(await VersionAsync()));
        }
    }

    [Fact]
    public async Task A_save_without_a_change_leaves_the_version()
    {
        var before = await VersionAsync();

        await crm.EditAsync("1", contact => contact.Score = 0);

        Assert.Equal(before, await VersionAsync());
    }

    [Fact]
    public async Task A_related_row_that_the_map_reads_is_part_of_the_version()
    {
        var before = await VersionAsync();

        await crm.EditAsync("1", contact => contact.Emails.Add(new() { Place = 9, Address = "new@example.example" }));

        Assert.NotEqual(before, await VersionAsync());
    }

    [Fact]
    public async Task A_change_by_SQL_of_a_value_that_the_map_reads_is_noticed()
    {
        var before = await VersionAsync();

        await crm.RunAsync("""UPDATE "Contacts" SET "Note" = 'by hand' WHERE "SellsyId" = '1'""");

        Assert.NotEqual(before, await VersionAsync());
    }

    [Fact]
    public async Task With_the_trigger_every_change_by_SQL_is_noticed_and_the_host_goes_on_as_before()
    {
        await crm.RunAsync(crm.VersionTrigger);
        var before = await VersionAsync();

        await crm.RunAsync("""UPDATE "Contacts" SET "Score" = "Score" + 1 WHERE "SellsyId" = '1'""");
        var changed = await VersionAsync();
        await crm.EditAsync("1", contact => contact.Score++);

        Assert.Equal(3, new HashSet<long> { before, changed, await VersionAsync() }.Count);
        Assert.Equal(LeadEntryOutcome.Updated, (await UpdateAsync(await ReadAsync())).Outcome);
    }

    [Fact]
    public async Task A_lead_of_another_version_is_left_as_it_is_with_its_version()
    {
        var stale = await ReadAsync();
        await crm.EditAsync("1", contact => contact.Score = 5);
        var now = await ReadAsync();

        Assert.Equal(LeadEntryOutcome.ChangedMeanwhile, (await UpdateAsync(stale)).Outcome);

        Assert.Equal(now.Version, await VersionAsync());
        var answer = await UpdateAsync(now);
        Assert.Equal((LeadEntryOutcome.Updated, await VersionAsync()), (answer.Outcome, answer.Version));
    }

    [Fact]
    public async Task The_host_can_save_a_contact_that_it_did_not_read()
    {
        Contact contact;
        await using (var reading = crm.Context())
        {
            contact = await reading.Contacts.AsNoTracking().SingleAsync(one => one.SellsyId == "1", Cancellation);
        }

        await using var context = crm.Context();
        contact.Score = 7;
        context.Entry(contact).State = EntityState.Modified;
        await context.SaveChangesAsync(Cancellation);

        Assert.Equal(7, (await context.Contacts.AsNoTracking().SingleAsync(one => one.SellsyId == "1", Cancellation)).Score);
    }

    private async Task<LeadVersion> ReadAsync() => Assert.Single(await ((ILeadReader)crm.OpenSink()).ReadLeadsAsync(["1"], Cancellation));

    private async Task<long> VersionAsync() => (await ReadAsync()).Version;

    private async Task<LeadAnswer> UpdateAsync(LeadVersion before)
    {
        var entry = new LeadEntry(1, before.Lead with { LastName = "Changed" }, before.Owner) { Before = before };
        return Assert.Single(await ((ILeadUpdater)crm.OpenSink()).UpdateAsync(new(Batches.Import, 2, [entry]), Cancellation));
    }
}

public sealed class SqliteVersionTests() : VersionTests(new SqliteCrm());

public sealed class PostgreSqlVersionTests(PostgreSqlServer server) : VersionTests(server.New());
