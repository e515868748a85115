using System.Text;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// A row that a matcher of the host found to be about an existing lead is written to that lead.
public abstract partial class ImporterConformance
{
    /// <summary>
    /// Rows that are matched to existing leads change them and create none, once for each lead; also if the import is broken off at any call and
    /// called again. The undo gives the earlier store.
    /// </summary>
    [Fact]
    public async Task Rows_that_are_matched_to_existing_leads_change_them_also_when_broken_off_anywhere_and_the_undo_restores_them()
    {
        var ids = RandomImport.Ids;
        var import = new RandomImport(6)
        {
            Policy = ExistingLeadPolicy.Overwrite,
            Repeated = RepeatedContacts.FirstWins,
            BatchSize = 2,
            Before = People("before.csv", (ids[0], "Ada"), (ids[1], "Bob"), (ids[2], "Cid")),
            File = People("contacts.csv", (ids[5], "Anna"), (ids[6], "Boris"), (ids[7], "Dora"), (ids[1], "Second"), (ids[8], "Third"), (ids[2], "Cyril")),
            Matcher = new PairMatcher((ids[5], ids[0]), (ids[6], ids[1]), (ids[8], ids[0])),
        };
        var undisturbed = await UndisturbedAsync(import);
        Assert.Equal((1L, 3L, 2L), (undisturbed.Counts.Added, undisturbed.Counts.Updated, undisturbed.Counts.Errors));
        Assert.Equal(
            [(ids[0], "Anna"), (ids[1], "Boris"), (ids[2], "Cyril"), (ids[7], "Dora")],
            (await LeadsAsync()).Values.Select(lead => (lead.Lead.SellsyContactId, lead.Lead.FirstName)).Order());
        for (var call = 1; call < undisturbed.Calls; call++)
        {
            await RenewStoreAsync();
            await RestoreAsync(import, undisturbed);
            await FailAsync(import, new FaultInjectingLedgerSink(await OpenSinkAsync(), call, SinkFault.DoThenFail) { StaysBroken = true });
            await AssertCompletedAsync(import, undisturbed, $"call {call}", isSameReport: true);
        }

        await using var host = await HostAsync(import);
        var imported = (await HistoryAsync()).Single(one => one.Import.FileName == import.File.Name);
        var report = await host.History.UndoAsync(imported.Import.ImportId, cancellationToken: Cancellation);

        Assert.Equal(undisturbed.Before, await TextsAsync());
        Assert.Equal((1L, 3L), (report.Removed, report.Restored));
    }

    private static ImportSource People(string name, params IEnumerable<(string Id, string FirstName)> people) => ImportSource.FromBytes(
        name,
        Encoding.UTF8.GetBytes("ID CONTACT;PRENOM CONTACT;Propriétaire\r\n"
            + string.Concat(people.Select(person => $"{person.Id};{person.FirstName};{RandomImport.Users[0].Email}\r\n"))));
}
