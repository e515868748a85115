using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// What every <see cref="IUndoLedger"/> promises, as tests, those of <see cref="ImportLedgerConformance"/> among them: derive a class from it,
/// and the runner finds them. Each test has its own instance, and so its own store, which is empty when the test starts.
/// </summary>
public abstract partial class UndoLedgerConformance : ImportLedgerConformance
{
    /// <summary>Changes the city of a company directly in the store, as a person does who knows nothing of imports.</summary>
    /// <param name="name">The name of the company.</param>
    /// <param name="city">The new city.</param>
    /// <returns>A task that ends when the company is changed.</returns>
    protected abstract ValueTask EditCompanyAsync(string name, string city);

    private void CompaniesAreUndone(long removed, long kept, UndoneCompanies companies) =>
        Assert.Equal(HasCompanies ? new(removed, kept) : new(0, 0), companies);

    private async Task<IUndoLedger> OpenUndoAsync() => Assert.IsType<IUndoLedger>(await OpenSinkAsync(), exactMatch: false);

    /// <summary>A ledger that holds an import with these leads, finished.</summary>
    private async Task<IUndoLedger> ImportedAsync(params LedgerBatch[] batches)
    {
        var ledger = await OpenUndoAsync();
        await ImportAsync(ledger, 1, batches);
        return ledger;
    }

    private static async Task ImportAsync(IUndoLedger ledger, int number, params LedgerBatch[] batches)
    {
        await ledger.StartAsync(LedgerBatches.Start(number), Cancellation);
        foreach (var batch in batches)
        {
            var outcomes = await ledger.WriteAsync(batch.Of(number), Cancellation);
            Assert.All(outcomes, outcome => Assert.True(outcome is LeadEntryOutcome.Added or LeadEntryOutcome.Updated));
        }

        await ledger.EndAsync(LedgerBatches.Import(number).ImportId, LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);
    }

    private static async Task StartUndoAsync(IUndoLedger ledger, int number = 1)
    {
        var lease = LedgerBatches.Lease();
        var started = await ledger.StartUndoAsync(LedgerBatches.Import(number).ImportId, lease, cancellationToken: Cancellation);
        Assert.Equal((ImportState.Undoing, lease.Token), (started?.State, started?.Lease?.Token));
    }

    /// <summary>The newest remaining batch that did something; batches that did nothing are undone first.</summary>
    private static async Task<UndoableBatch> NextAsync(IUndoLedger ledger, int number = 1)
    {
        while (true)
        {
            var batch = await ledger.ReadUndoableAsync(LedgerBatches.Import(number).ImportId, Cancellation);
            Assert.NotNull(batch);
            if (!batch.Leads.IsEmpty)
            {
                return batch;
            }

            Assert.True(await ledger.UndoAsync(Decide(batch), Cancellation));
        }
    }

    /// <summary>The decision of an importer: a lead that somebody edited since is kept unchanged.</summary>
    private static UndoBatch Decide(UndoableBatch batch, LeaseRequest? lease = null) =>
        new(batch.ImportId, batch.Number, lease ?? LedgerBatches.Lease(), [.. batch.Leads.Select(Decide)]);

    private static UndoEntry Decide(UndoableLead lead)
    {
        var entry = new UndoEntry(lead.Row, lead.SellsyContactId, UndoOutcome.Kept) { ChangedByImport = lead.ChangedByImport };
        return lead switch
        {
            { SellsyContactId: "" } => entry with { Outcome = UndoOutcome.Forgotten },
            { Current: null } => entry with { Outcome = UndoOutcome.Vanished },
            { ChangedByImport: not null } => entry,
            { Before: null, IsEdited: true } => entry,
            { Before: null } => entry with { Outcome = UndoOutcome.Removed, Current = lead.Current },
            { Before: { } before } when lead.Current.Version == lead.After?.Version =>
                entry with { Outcome = UndoOutcome.Restored, Current = lead.Current, Restored = before },
            _ => entry with { KeptFields = ["JobPosition", "Note"] },
        };
    }

    /// <summary>Undoes every remaining batch and ends the undo.</summary>
    private static async Task<UndoneCompanies> UndoAsync(IUndoLedger ledger, int number = 1)
    {
        var lease = LedgerBatches.Lease();
        await StartUndoAsync(ledger, number);
        while (await ledger.ReadUndoableAsync(LedgerBatches.Import(number).ImportId, Cancellation) is { } batch)
        {
            Assert.True(await ledger.UndoAsync(Decide(batch, lease), Cancellation));
        }

        return await ledger.EndUndoAsync(LedgerBatches.Import(number).ImportId, lease.Token, Batches.Noon.AddHours(1), Cancellation);
    }

    private static async Task<string[]> UndoneAsync(IUndoLedger ledger, int number = 1) =>
        [.. (await ListAsync(ledger.ReadUndoneAsync(LedgerBatches.Import(number).ImportId, Cancellation)))
            .Select(entry => FormattableString.Invariant(
                $"{entry.Row}: {entry.SellsyContactId} {entry.Outcome} [{string.Join(", ", entry.KeptFields)}] {entry.ChangedByImport}").TrimEnd())];

    private static LeadEntry Entry(long row, string id, string? company = null, LeadVersion? before = null) => LedgerBatches.Entry(
        row,
        Batches.Lead(id) with { Company = company is null ? null : new() { Name = company } },
        before);

    private static LeadEntry Change(long row, LeadVersion there, string lastName) => LedgerBatches.Entry(row, there.Lead with { LastName = lastName }, there);
}
