using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests;

/// <summary>What the database does not admit costs only its own row.</summary>
public abstract class RefusalTests(Crm crm, string constraint) : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => crm.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await crm.DisposeAsync();
    }

    [Fact]
    public async Task A_lead_that_the_database_refuses_is_an_error_of_its_row_and_the_others_are_written()
    {
        await crm.RunAsync("""CREATE UNIQUE INDEX one_note ON "Contacts" ("Note")""");
        var sink = (IAnsweringLeadSink)crm.OpenSink();
        Lead[] leads = [Noted("1", "a"), Noted("2", "b"), Noted("3", "a"), Noted("4", null), Noted("5", "b")];

        var answers = await sink.AddLeadsAsync(Batches.Of(leads), Cancellation);

        Assert.Equal(
            [LeadEntryOutcome.Added, LeadEntryOutcome.Added, LeadEntryOutcome.Refused, LeadEntryOutcome.Added, LeadEntryOutcome.Refused],
            answers.Select(answer => answer.Outcome));
        Assert.All(answers.Where(answer => answer.Outcome == LeadEntryOutcome.Added), answer => Assert.NotNull(answer.Version));
        var reason = answers[2].Reason!;
        Assert.Equal((IssueCodes.RefusedByDatabase, IssueSeverity.Error), (reason.Code, reason.Severity));
        Assert.Equal([constraint], reason.Arguments);
        await using var context = crm.Context();
        Assert.Equal(["1", "2", "4"], await context.Contacts.OrderBy(contact => contact.SellsyId).Select(contact => contact.SellsyId).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_change_that_the_database_refuses_leaves_the_lead_with_its_version()
    {
        await crm.RunAsync("""CREATE UNIQUE INDEX one_note ON "Contacts" ("Note")""");
        var sink = crm.OpenSink();
        await sink.AddAsync(Batches.Of(Noted("1", "a"), Noted("2", "b"), Noted("3", "c")), Cancellation);
        var before = (await ((ILeadReader)sink).ReadLeadsAsync(["2", "3"], Cancellation)).OrderBy(lead => lead.Lead.SellsyContactId).ToArray();
        LeadEntry[] changes = [.. before.Select((lead, index) => new LeadEntry(index + 1, lead.Lead with { Note = index == 0 ? "a" : "d" }, lead.Owner) { Before = lead })];

        var answers = await ((ILeadUpdater)sink).UpdateAsync(new(Batches.Import, 2, [.. changes]), Cancellation);

        Assert.Equal([LeadEntryOutcome.Refused, LeadEntryOutcome.Updated], answers.Select(answer => answer.Outcome));
        var after = (await ((ILeadReader)sink).ReadLeadsAsync(["2", "3"], Cancellation)).OrderBy(lead => lead.Lead.SellsyContactId).ToArray();
        Assert.Equal((before[0].Version, "b", "d"), (after[0].Version, after[0].Lead.Note, after[1].Lead.Note));
    }

    [Fact]
    public async Task A_contact_that_the_database_does_not_let_go_is_kept_and_the_others_are_removed()
    {
        var sink = crm.OpenSink();
        await sink.AddAsync(Batches.Of("1", "2", "3"), Cancellation);
        await crm.RunAsync("""CREATE TABLE "Orders" ("Contact" bigint NOT NULL REFERENCES "Contacts" ("Id"))""");
        await crm.RunAsync("""INSERT INTO "Orders" SELECT "Id" FROM "Contacts" WHERE "SellsyId" = '2'""");
        var leads = (await ((ILeadReader)sink).ReadLeadsAsync(["1", "2", "3"], Cancellation)).OrderBy(lead => lead.Lead.SellsyContactId).ToArray();

        Assert.Equal(
            [UndoOutcome.Removed, UndoOutcome.Kept, UndoOutcome.Removed],
            await ((ILeadRemover)sink).RemoveAsync(Batches.Import, [.. leads], Cancellation));

        Assert.Equal(leads[1].Version, Assert.Single(await ((ILeadReader)sink).ReadLeadsAsync(["1", "2", "3"], Cancellation)).Version);
    }

    private static Lead Noted(string id, string? note) => Batches.Lead(id) with { Note = note };
}

public sealed class SqliteRefusalTests() : RefusalTests(new SqliteCrm(), "UNIQUE constraint failed: Contacts.Note");

public sealed class PostgreSqlRefusalTests(PostgreSqlServer server) : RefusalTests(server.New(), "one_note");
