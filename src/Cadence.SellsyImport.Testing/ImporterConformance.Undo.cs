using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// An undone import leaves the store as it was before, plus the changes that people made since.
public abstract partial class ImporterConformance
{
    /// <summary>Import, then random edits, then undo: gives the earlier store plus the edits, and the undo names each kept one.</summary>
    [Fact]
    public Task Undoing_leaves_the_store_before_and_the_edits_since_each_named() => HoldsAsync(async import =>
    {
        await using var host = await HostAsync(import);
        var before = await LeadsAsync();
        var imported = await host.ImportAsync(import.File, Cancellation);
        var after = await LeadsAsync();
        await EditSomeAsync(import, after);
        var current = await LeadsAsync();

        var report = await host.History.UndoAsync(imported.Import.ImportId, cancellationToken: Cancellation);

        var expected = RandomImport.Ids.Select(id => Undone(before.GetValueOrDefault(id), after.GetValueOrDefault(id), current.GetValueOrDefault(id)))
            .OfType<string>();
        Assert.Equal(expected, await TextsAsync());
        Assert.Equal(
            RandomImport.Ids.SelectMany(id => Named(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id), current.GetValueOrDefault(id)))
                .Order(StringComparer.Ordinal),
            report.Exceptions.SelectMany(lead => lead.Issues.Select(issue => $"{lead.SellsyContactId} {issue.Code} {issue.Field}".TrimEnd()))
                .Order(StringComparer.Ordinal));
        Assert.Empty(report.LaterImports);
        Assert.Equal(ImportState.Undone, (await HistoryAsync())[0].State);
    });

    /// <summary>An undo that is disturbed at any call, and called again, ends like an undisturbed one.</summary>
    [Fact]
    public Task An_undo_broken_off_anywhere_is_completed_by_calling_it_again() => HoldsAsync(async import =>
    {
        await using var host = await HostAsync(import);
        var before = await TextsAsync();
        var imported = await host.ImportAsync(import.File, Cancellation);
        for (var call = 1; ; call++)
        {
            var sink = new FaultInjectingLedgerSink(await OpenSinkAsync(), call, call % 2 == 0 ? SinkFault.Fail : SinkFault.DoThenFail) { StaysBroken = true };
            await using var broken = new ImportHost(sink, import);
            await broken.History.UndoAsync(imported.Import.ImportId, cancellationToken: Cancellation).ContinueWith(
                undoing => Assert.True(undoing.IsCompletedSuccessfully || undoing.Exception?.InnerException is InjectedFaultException),
                TaskScheduler.Default);
            if (!sink.IsFaultInjected)
            {
                break;
            }
        }

        var report = await host.History.UndoAsync(imported.Import.ImportId, cancellationToken: Cancellation);

        Assert.Equal(before, await TextsAsync());
        Assert.Equal(imported.Counts.Added, report.Removed);
        Assert.Equal((0L, 0L), (report.Kept, report.Vanished));
        Assert.Empty(report.Exceptions);
    });

    /// <summary>Undo, import again, and undo again: gives the earlier store.</summary>
    [Fact]
    public Task An_import_can_be_undone_and_made_again() => HoldsAsync(async import =>
    {
        await using var host = await HostAsync(import);
        var before = await TextsAsync();
        var first = await host.ImportAsync(import.File, Cancellation);
        var after = await TextsAsync();
        await host.History.UndoAsync(first.Import.ImportId, cancellationToken: Cancellation);
        Assert.Equal(before, await TextsAsync());

        var second = await host.ImportAsync(import.File, Cancellation);

        Assert.Equal(after, await TextsAsync());
        Assert.Equal((first.Counts, false), (second.Counts, second.Import.ImportId == first.Import.ImportId));
        await host.History.UndoAsync(second.Import.ImportId, cancellationToken: Cancellation);
        await host.History.UndoAsync(first.Import.ImportId, cancellationToken: Cancellation);
        Assert.Equal(before, await TextsAsync());
    });

    /// <summary>An import that is undone before a later one built upon it names that one, until it is undone too.</summary>
    [Fact]
    public async Task A_later_import_is_named_as_not_undone_only_while_it_is_not()
    {
        await RenewStoreAsync();
        var import = new RandomImport(3) { Policy = ExistingLeadPolicy.Overwrite, Repeated = RepeatedContacts.FirstWins };
        await using var host = await HostAsync(import);
        var first = await host.ImportAsync(import.Before, Cancellation);
        var later = await host.ImportAsync(RandomImport.EachOnce(RandomImport.Ids.Length), Cancellation);
        var built = (int)later.Counts.Updated;
        Assert.True(built > 0 && built <= first.Counts.Added);

        var report = await host.History.UndoAsync(first.Import.ImportId, cancellationToken: Cancellation);
        Assert.Equal([later.Import.ImportId], report.LaterImports);
        AssertKept(report, IssueCodes.ChangedByLaterImport);
        await host.History.UndoAsync(later.Import.ImportId, cancellationToken: Cancellation);
        var again = await host.History.UndoAsync(first.Import.ImportId, cancellationToken: Cancellation);

        Assert.Empty(again.LaterImports);
        AssertKept(again, IssueCodes.ChangedByUndoneImport);
        Assert.Equal(built, (await LeadsAsync()).Count);

        void AssertKept(UndoReport undone, string code)
        {
            Assert.Equal(built, undone.Kept);
            var issues = undone.Exceptions.SelectMany(lead => lead.Issues).ToList();
            Assert.Equal(built, issues.Count);
            Assert.All(issues, issue => Assert.Equal((code, later.Import.ImportId), (issue.Code, Assert.Single(issue.Arguments))));
        }
    }

    private async Task EditSomeAsync(RandomImport import, Dictionary<string, LeadVersion> leads)
    {
        foreach (var id in import.SomeIds().Where(leads.ContainsKey))
        {
            var lead = leads[id].Lead;
            if (import.Chance(4))
            {
                await RemoveLeadAsync(id);
            }
            else if (import.Chance(2))
            {
                await EditLeadAsync(id, "Since", lead.Note);
            }
            else
            {
                await EditLeadAsync(id, lead.JobPosition, import.Chance(2) ? "Since" : null);
            }
        }
    }

    /// <summary>The expected lead after the undo, as a text; null if it must be removed.</summary>
    private static string? Undone(LeadVersion? before, LeadVersion? after, LeadVersion? current)
    {
        if (current is null || (before is null && current.Version == after!.Version))
        {
            return null;
        }

        if (before is null)
        {
            return FullLeads.Text(current);
        }

        return FullLeads.Text(
            before.Lead with
            {
                JobPosition = Restored(before.Lead.JobPosition, after!.Lead.JobPosition, current.Lead.JobPosition),
                Note = Restored(before.Lead.Note, after.Lead.Note, current.Lead.Note),
            },
            before.Owner);
    }

    private static string? Restored(string? before, string? after, string? current) => current == after ? before : current;

    /// <summary>What the undo must report of a lead: each field that is kept, a lead that is kept whole, and one that was already removed.</summary>
    private static IEnumerable<string> Named(string id, LeadVersion? before, LeadVersion? after, LeadVersion? current)
    {
        if (after is null || before?.Version == after.Version)
        {
            return [];
        }

        if (current is null)
        {
            return [$"{id} {IssueCodes.VanishedSinceImport}"];
        }

        if (before is null)
        {
            return current.Version == after.Version ? [] : [$"{id} {IssueCodes.EditedSinceImport}"];
        }

        (LeadField Field, Func<Lead, string?> Get)[] fields = [(LeadFields.JobPosition, lead => lead.JobPosition), (LeadFields.Note, lead => lead.Note)];
        return fields
            .Where(field => field.Get(before.Lead) != field.Get(after.Lead))
            .Where(field => field.Get(current.Lead) != field.Get(after.Lead) && field.Get(current.Lead) != field.Get(before.Lead))
            .Select(field => $"{id} {IssueCodes.EditedSinceImport} {field.Field.Name}");
    }
}
