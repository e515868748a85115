using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Companies that several imports have in common.
public abstract partial class UndoLedgerConformance
{
    /// <summary>Companies that two imports share are removed with the import that is undone last, whichever that is and however often it is interrupted.</summary>
    /// <param name="order">The imports in the order in which they are undone.</param>
    /// <param name="isInterrupted">Whether another process takes the undo over after every call.</param>
    [Theory]
    [InlineData(new[] { 1, 2, 3 }, false)]
    [InlineData(new[] { 3, 2, 1 }, false)]
    [InlineData(new[] { 2, 3, 1 }, false)]
    [InlineData(new[] { 1, 2, 3 }, true)]
    [InlineData(new[] { 3, 1, 2 }, true)]
    public async Task Companies_that_imports_share_are_removed_with_the_last_of_them(int[] order, bool isInterrupted)
    {
        Assert.SkipUnless(HasCompanies, "The store has no companies of its own.");
        const int Leads = 20;
        var ledger = await OpenUndoAsync();
        for (var import = 1; import <= 3; import++)
        {
            await ImportAsync(ledger, import, LedgerBatches.Numbered(1, (import * 100) + 1, Leads), LedgerBatches.Numbered(2, (import * 100) + 51, Leads));
        }

        var removed = 0L;
        foreach (var import in order)
        {
            Assert.Equal(7, (await ReadCompaniesAsync()).Count);
            removed += (isInterrupted ? await UndoByManyAsync(import) : await UndoAsync(ledger, import)).Removed;
        }

        await CompaniesAreAsync();
        Assert.Equal(7, removed);
    }

    /// <summary>A company of an undone import stays if a lead of a person uses it or somebody edited it. So does one of an import that is not undone.</summary>
    [Fact]
    public async Task Companies_of_undone_imports_stay_where_a_lead_uses_them_or_somebody_edited_them()
    {
        Assert.SkipUnless(HasCompanies, "The store has no companies of its own.");
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1", "Used"), Entry(2, "2", "Edited"), Entry(3, "3", "Shared")));
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Entry(1, "4", "Edited"), Entry(2, "5", "Shared"), Entry(3, "6", "Used")));
        await ImportAsync(ledger, 3, LedgerBatches.Batch(1, 1, Entry(1, "7", "Of an import that stays")));
        await EditCompanyAsync("Edited", "Lyon");
        await EditLeadAsync("6", "Gérante", null);
        await RemoveLeadAsync("7");

        CompaniesAreUndone(removed: 0, kept: 3, await UndoAsync(ledger));
        CompaniesAreUndone(removed: 1, kept: 0, await UndoAsync(ledger, 2));

        await CompaniesAreAsync("Edited", "Of an import that stays", "Used");
    }

    /// <summary>A company that was removed and is created again for a restored lead is removed again once that lead no longer uses it.</summary>
    [Fact]
    public async Task A_company_that_an_undo_created_anew_is_removed_by_the_undo_that_frees_it()
    {
        Assert.SkipUnless(HasCompanies, "The store has no companies of its own.");
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1", "First")));
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Entry(1, "2", "Shared")));
        await ImportAsync(ledger, 3, LedgerBatches.Batch(1, 1, Entry(1, "1", "Shared", await ReadAsync(ledger, "1"))));
        await ImportAsync(ledger, 4, LedgerBatches.Batch(1, 1, Entry(1, "1", "Last", await ReadAsync(ledger, "1"))));

        await UndoAsync(ledger, 2);
        await CompaniesAreAsync("First", "Last");
        await UndoAsync(ledger, 4);
        Assert.Equal("Shared", (await ReadAsync(ledger, "1")).Lead.Company?.Name);
        await StartUndoAsync(ledger, 3);
        var batch = await NextAsync(ledger, 3);
        var lead = Assert.Single(batch.Leads);
        var back = new UndoEntry(lead.Row, lead.SellsyContactId, UndoOutcome.Restored) { Current = lead.Current, Restored = lead.Before };
        Assert.True(await ledger.UndoAsync(new(batch.ImportId, batch.Number, LedgerBatches.Lease(), [back]), Cancellation));
        CompaniesAreUndone(removed: 1, kept: 0, await UndoAsync(ledger, 3));

        Assert.Equal("First", (await ReadAsync(ledger, "1")).Lead.Company?.Name);
        await CompaniesAreAsync("First");
    }

    /// <summary>Undoes an import with several processes. Each makes one call that changes something, makes it twice, and ends.</summary>
    private async Task<UndoneCompanies> UndoByManyAsync(int number)
    {
        var import = LedgerBatches.Import(number).ImportId;
        for (var process = 0; ; process++)
        {
            var ledger = await OpenUndoAsync();
            var before = (await FindAsync(ledger, number)).Lease?.Token;
            var lease = LedgerBatches.Lease($"{process}");
            var started = await ledger.StartUndoAsync(import, lease, before, Cancellation);
            Assert.Equal(lease.Token, started?.Lease?.Token);
            if (await ledger.ReadUndoableAsync(import, Cancellation) is not { } batch)
            {
                var companies = await ledger.EndUndoAsync(import, lease.Token, Batches.Noon, Cancellation);
                Assert.Equal(companies, await (await OpenUndoAsync()).EndUndoAsync(import, lease.Token, Batches.Noon, Cancellation));
                return companies;
            }

            var undo = Decide(batch, lease);
            Assert.True(await ledger.UndoAsync(undo, Cancellation));
            Assert.False(await ledger.UndoAsync(undo, Cancellation));
        }
    }
}
