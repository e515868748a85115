using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Undoing leads: created, changed, edited, vanished, changed again by a later import.
public abstract partial class UndoLedgerConformance
{
    /// <summary>Leads that an import created are removed, those of others stay.</summary>
    [Fact]
    public async Task Created_leads_are_removed()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1", "2"), LedgerBatches.Batch(2, 3, LedgerBatches.Entry(3, FullLeads.Of("3"))));
        await ImportAsync(ledger, 2, LedgerBatches.New("4"));
        var other = await ReadAsync(ledger, "4");

        await UndoAsync(ledger);

        var left = Assert.Single(await ledger.ReadLeadsAsync(["1", "2", "3", "4"], Cancellation));
        Assert.Equal(LeadSnapshot.ToJson(other), LeadSnapshot.ToJson(left));
        Assert.Equal(["3: 3 Removed []", "1: 1 Removed []", "2: 2 Removed []"], await UndoneAsync(ledger));
    }

    /// <summary>Leads that an import changed get every old value and their old owner back.</summary>
    [Fact]
    public async Task Changed_leads_are_restored_in_every_field()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, LedgerBatches.Entry(1, FullLeads.Of("1")), Entry(2, "2")));
        var before = await ReadAsync(ledger, ["1", "2"]);
        var emptied = new LeadEntry(1, Batches.Lead("1"), FullLeads.OtherOwner) { Before = before["1"] };
        var filled = LedgerBatches.Entry(2, FullLeads.Of("2") with { Company = new() { Name = "Zède" } }, before["2"]);
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, emptied, filled));
        var changed = await ReadAsync(ledger, ["1", "2"]);

        await UndoAsync(ledger, 2);

        var after = await ReadAsync(ledger, ["1", "2"]);
        Assert.All(before, pair => Assert.Equal(FullLeads.Text(pair.Value), FullLeads.Text(after[pair.Key])));
        Assert.All(changed, pair => Assert.NotEqual(pair.Value.Version, after[pair.Key].Version));
        Assert.Equal(["1: 1 Restored []", "2: 2 Restored []"], await UndoneAsync(ledger, 2));
        await CompaniesAreAsync("Étigny & Fils");
    }

    /// <summary>Odd texts are kept exactly when stored as old values.</summary>
    [Fact]
    public async Task Every_old_text_comes_back_as_it_was()
    {
        var texts = OddTexts.All;
        var leads = texts.Select((text, index) => FullLeads.OfText($"{index}", text)).ToArray();
        var ids = leads.Select(lead => lead.SellsyContactId).ToArray();
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, [.. leads.Select((lead, index) => LedgerBatches.Entry(index + 1, lead))]));
        var before = await ReadAsync(ledger, ids);
        await ImportAsync(
            ledger, 2, LedgerBatches.Batch(1, 1, [.. ids.Select((id, index) => LedgerBatches.Entry(index + 1, Batches.Lead(id), before[id]))]));

        await UndoAsync(ledger, 2);

        var after = await ReadAsync(ledger, ids);
        Assert.All(leads, lead => Assert.Equal(FullLeads.Text(lead, Batches.Owner), FullLeads.Text(after[lead.SellsyContactId])));
    }

    /// <summary>A batch to undo lists what it did and the present leads, by their rows; the newest batch comes first.</summary>
    [Fact]
    public async Task A_batch_to_be_undone_tells_what_it_did()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1", "2"));
        var before = await ReadAsync(ledger, ["1", "2"]);
        await ledger.StartAsync(LedgerBatches.Start(2), Cancellation);
        await ledger.WriteAsync(LedgerBatches.Batch(1, 1, Entry(1, "7")).Of(2), Cancellation);
        var stale = before["2"] with { Version = before["2"].Version + 1 };
        var outcomes = await ledger.WriteAsync(
            LedgerBatches.Batch(2, 2, Entry(4, "9"), Change(2, before["1"], "Été"), Change(3, stale, "Hiver"), Entry(5, "7"), Entry(6, "2")
                with
            { Lead = Batches.Lead("8") }).Of(2),
            Cancellation);
        Assert.Equal(
            [
                LeadEntryOutcome.Added, LeadEntryOutcome.Updated, LeadEntryOutcome.ChangedMeanwhile, LeadEntryOutcome.AlreadyPresent,
                LeadEntryOutcome.Added,
            ],
            outcomes);
        await ledger.EndAsync("import-2", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);
        var after = await ReadAsync(ledger, ["1", "8", "9"]);
        await EditLeadAsync("1", "Gérante", null);
        var now = await ReadAsync(ledger, "1");
        await StartUndoAsync(ledger, 2);

        var batch = await ledger.ReadUndoableAsync("import-2", Cancellation);

        Assert.Equal(("import-2", 2), (batch?.ImportId, batch?.Number));
        Assert.Equal([(2L, "1"), (4L, "9"), (6L, "8")], batch!.Leads.Select(lead => (lead.Row, lead.SellsyContactId)));
        var changed = batch.Leads[0];
        Assert.Equal(LeadSnapshot.ToJson(before["1"]), LeadSnapshot.ToJson(changed.Before!));
        Assert.Equal(LeadSnapshot.ToJson(after["1"]), LeadSnapshot.ToJson(changed.After!));
        Assert.Equal(LeadSnapshot.ToJson(now), LeadSnapshot.ToJson(changed.Current!));
        Assert.True(changed.IsEdited);
        var created = batch.Leads[1];
        Assert.Equal((null, null, false), (created.Before, created.After, created.IsEdited));
        Assert.Equal(LeadSnapshot.ToJson(after["9"]), LeadSnapshot.ToJson(created.Current!));
        Assert.All(batch.Leads, lead => Assert.Null(lead.ChangedByImport));
        Assert.True(await ledger.UndoAsync(Decide(batch), Cancellation));
        Assert.Equal(1, (await ledger.ReadUndoableAsync("import-2", Cancellation))?.Number);
    }

    /// <summary>Later edits of a person are reported and kept.</summary>
    [Fact]
    public async Task Edited_leads_are_told_and_stay()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1", "2", "3"));
        var there = await ReadAsync(ledger, "3");
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Change(1, there, "Été"), Entry(2, "4"), Entry(3, "5")));
        foreach (var id in new[] { "1", "3", "4" })
        {
            await EditLeadAsync(id, "Gérante", "Rappeler");
        }

        var edited = await ReadAsync(ledger, ["1", "3", "4"]);

        await UndoAsync(ledger, 2);
        await UndoAsync(ledger);

        var left = await ReadAsync(ledger, ["1", "2", "3", "4", "5"]);
        Assert.Equal(["1", "3", "4"], left.Keys.Order(StringComparer.Ordinal));
        Assert.All(edited, pair => Assert.Equal(LeadSnapshot.ToJson(pair.Value), LeadSnapshot.ToJson(left[pair.Key])));
        Assert.Equal(["1: 3 Kept [JobPosition, Note]", "2: 4 Kept []", "3: 5 Removed []"], await UndoneAsync(ledger, 2));
        Assert.Equal(["1: 1 Kept []", "2: 2 Removed []", "3: 3 Kept []"], await UndoneAsync(ledger));
    }

    /// <summary>A decision made before a copy was restored does not apply to later edits.</summary>
    [Fact]
    public async Task A_lead_edited_in_a_store_that_was_restored_from_a_copy_stays()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1"));
        await StartUndoAsync(ledger);
        var restore = await RequireBackUpAsync();
        await EditLeadAsync("1", "Gérante", null);
        var read = await NextAsync(ledger);
        await restore();
        ledger = await OpenUndoAsync();
        await EditLeadAsync("1", "Directrice", null);
        var edited = await ReadAsync(ledger, "1");

        var stale = new UndoEntry(1, "1", UndoOutcome.Removed) { Current = read.Leads[0].Current };
        Assert.False(await ledger.UndoAsync(new("import-1", 1, LedgerBatches.Lease(), [stale]), Cancellation));
        await UndoAsync(ledger);

        Assert.Equal(LeadSnapshot.ToJson(edited), LeadSnapshot.ToJson(await ReadAsync(ledger, "1")));
        Assert.Equal(["1: 1 Kept []"], await UndoneAsync(ledger));
    }

    /// <summary>An edit that was reversed still counts as an edit: its purpose is unknown.</summary>
    [Fact]
    public async Task A_lead_edited_back_to_what_it_was_counts_as_edited()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1"));
        await EditLeadAsync("1", "Gérante", null);
        await EditLeadAsync("1", null, null);
        await StartUndoAsync(ledger);

        Assert.True(Assert.Single((await NextAsync(ledger)).Leads).IsEdited);
    }

    /// <summary>A lead with a running cadence counts as edited, because somebody is in contact with the person.</summary>
    [Fact]
    public async Task A_lead_with_a_running_cadence_counts_as_edited()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1", "2"));
        Assert.SkipUnless(await StartCadenceAsync("1", "Relance été"), "The store knows no cadences.");
        await StartUndoAsync(ledger);

        var batch = await NextAsync(ledger);

        Assert.Equal([true, false], batch.Leads.Select(lead => lead.IsEdited));
        Assert.Equal(["Relance été"], batch.Leads[0].Current!.RunningCadences);
    }

    /// <summary>A removed lead is reported as removed, whether the import created or changed it.</summary>
    [Fact]
    public async Task Vanished_leads_are_told()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1"));
        var there = await ReadAsync(ledger, "1");
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Change(1, there, "Été"), Entry(2, "2"), Entry(3, "3")));
        await RemoveLeadAsync("1");
        await RemoveLeadAsync("2");
        await StartUndoAsync(ledger, 2);

        var batch = await NextAsync(ledger, 2);

        Assert.Equal([true, true, false], batch.Leads.Select(lead => lead.Current is null));
        Assert.NotNull(batch.Leads[0].Before);
        Assert.Equal("Été", batch.Leads[0].After?.Lead.LastName);
        await UndoAsync(ledger, 2);
        Assert.Equal(["1: 1 Vanished []", "2: 2 Vanished []", "3: 3 Removed []"], await UndoneAsync(ledger, 2));
    }

    /// <summary>The latest later import that is not undone is named; a change by an import is not an edit.</summary>
    [Fact]
    public async Task A_later_import_is_told_until_it_is_undone()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1", "2"));
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Change(1, await ReadAsync(ledger, "1"), "Printemps")));
        await ImportAsync(ledger, 3, LedgerBatches.Batch(1, 1, Change(1, await ReadAsync(ledger, "1"), "Été")));
        await StartUndoAsync(ledger);
        Assert.Equal([("import-3", false), (null, false)], await LaterAsync(1));
        await StartUndoAsync(ledger, 2);
        Assert.Equal([("import-3", false)], await LaterAsync(2));
        await StartUndoAsync(ledger, 3);
        Assert.Equal([(null, false)], await LaterAsync(3));

        await UndoAsync(ledger, 3);
        Assert.Equal([("import-2", false), (null, false)], await LaterAsync(1));
        Assert.Equal("Printemps", (await ReadAsync(ledger, "1")).Lead.LastName);

        await UndoAsync(ledger, 2);
        Assert.Equal([(null, false), (null, false)], await LaterAsync(1));

        await UndoAsync(ledger);
        Assert.Empty(await ledger.ReadLeadsAsync(["1", "2"], Cancellation));

        async Task<IEnumerable<(string?, bool)>> LaterAsync(int number) =>
            (await NextAsync(ledger, number)).Leads.Select(lead => (lead.ChangedByImport, lead.IsEdited));
    }

    /// <summary>A lead that was kept because a later import changed it is reported with that import.</summary>
    [Fact]
    public async Task A_lead_kept_for_a_later_import_is_remembered_with_it()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1", "2"));
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Change(1, await ReadAsync(ledger, "1"), "Été")));
        var kept = await ReadAsync(ledger, "1");

        await UndoAsync(ledger);

        Assert.Equal(LeadSnapshot.ToJson(kept), LeadSnapshot.ToJson(await ReadAsync(ledger, "1")));
        Assert.Equal(["1: 1 Kept [] import-2", "2: 2 Removed []"], await UndoneAsync(ledger));
    }

    /// <summary>A lead that was removed and created again by another import belongs to that import.</summary>
    [Fact]
    public async Task A_lead_that_another_import_created_again_is_told_as_the_others()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1"));
        await RemoveLeadAsync("1");
        await ImportAsync(ledger, 2, LedgerBatches.New("1"));
        var theirs = await ReadAsync(ledger, "1");

        await UndoAsync(ledger);

        Assert.Equal(LeadSnapshot.ToJson(theirs), LeadSnapshot.ToJson(await ReadAsync(ledger, "1")));
        Assert.Equal(["1: 1 Kept [] import-2"], await UndoneAsync(ledger));
        await UndoAsync(ledger, 2);
        Assert.Empty(await ledger.ReadLeadsAsync(["1"], Cancellation));
    }

    /// <summary>An import that changed a lead in two batches is undone step by step.</summary>
    [Fact]
    public async Task A_lead_changed_by_two_batches_of_one_import_goes_back_step_by_step()
    {
        var ledger = await OpenUndoAsync();
        await ledger.StartAsync(LedgerBatches.Start(), Cancellation);
        await ledger.WriteAsync(LedgerBatches.New("1"), Cancellation);
        await ledger.WriteAsync(LedgerBatches.Batch(2, 2, Change(2, await ReadAsync(ledger, "1"), "Été")), Cancellation);
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        await StartUndoAsync(ledger);

        Assert.True(await ledger.UndoAsync(Decide(await NextAsync(ledger)), Cancellation));
        Assert.Null((await ReadAsync(ledger, "1")).Lead.LastName);
        Assert.True(await ledger.UndoAsync(Decide(await NextAsync(ledger)), Cancellation));

        Assert.Empty(await ledger.ReadLeadsAsync(["1"], Cancellation));
        Assert.Equal(["2: 1 Restored []", "1: 1 Removed []"], await UndoneAsync(ledger));
    }
}
