using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Ledgers;

/// <summary>What a sink can do is what it implements; anything else is refused by the name of the interface when it is asked for.</summary>
public sealed class SinkStepsTests
{
    private static ImportSource Source => LedgerHost.Rows(6);

    [Fact]
    public async Task A_sink_that_only_adds_has_a_history_with_a_ledger_and_cannot_undo()
    {
        var hosts = new LedgerHost(new PlainSink());
        var report = await hosts.ImportAsync(Source);
        using var host = hosts.Open();

        var import = Assert.Single(await host.History.ReadAsync(ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation));
        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => hosts.UndoAsync(report.Import.ImportId));

        Assert.Equal((report.Import, ImportState.Finished, report.Counts), (import.Import, import.State, import.Counts));
        AssertCannot(exception, "undo", nameof(ILeadRemover));
        Assert.Equal(ImportState.Finished, (await hosts.LastAsync()).State);
    }

    [Fact]
    public async Task A_sink_that_cannot_remove_undoes_an_import_that_created_nothing()
    {
        var hosts = new LedgerHost(new PlainUpdatingSink());
        var first = await hosts.ImportAsync(LedgerHost.Rows(6, "Old"));
        var second = await hosts.ImportAsync(Source, ExistingLeadPolicy.Overwrite);
        Assert.Equal(6, second.Counts.Updated);

        AssertCannot(await Assert.ThrowsAsync<SellsyImportException>(() => hosts.UndoAsync(first.Import.ImportId)), "undo", nameof(ILeadRemover));
        Assert.Equal(6, (await hosts.UndoAsync(second.Import.ImportId)).Restored);
    }

    [Fact]
    public async Task A_sink_that_cannot_change_leads_refuses_the_policies_that_do()
    {
        var hosts = new LedgerHost(new PlainRemovingSink());
        await hosts.ImportAsync(Source);
        using var host = hosts.Open();
        var plan = await host.PreviewAsync(Source);

        AssertCannot(Assert.Throws<SellsyImportException>(() => plan.WithExistingLeads(ExistingLeadPolicy.FillBlanks)), "FillBlanks", nameof(ILeadUpdater));
        Assert.Equal(6, (await host.Importer.AddAsync(Source, plan, cancellationToken: ImportHost.Cancellation)).Counts.Skipped);
    }

    [Fact]
    public async Task A_sink_that_changes_leads_does_so_without_a_ledger_and_then_has_no_history()
    {
        var sink = new PlainUpdatingSink();
        sink.PutLead(new() { SellsyContactId = "2", FirstName = "Old" }, ImportHost.Marie);
        using var host = new ImportHost(options => options.ExistingLeads = ExistingLeadPolicy.Overwrite, sink: sink);

        var report = await host.ImportAsync(Source);

        Assert.Equal(new ImportCounts(6, 5, 1, 0, 0, 0), report.Counts);
        Assert.Equal("P2", sink.Leads[1].Lead.FirstName);
        AssertCannot(
            await Assert.ThrowsAsync<SellsyImportException>(async () => await host.History.ReadAsync(ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation)),
            "history",
            nameof(IImportLedger));
    }

    [Fact]
    public void A_sink_that_keeps_a_ledger_has_no_other_beside_it()
    {
        using var host = new ImportHost(register: services => services.AddSingleton<ISeparateLedger>(new InMemoryLedger()), sink: new InMemoryLedgerSink());

        var exception = Assert.Throws<SellsyImportException>(() => host.Importer);

        Assert.Equal(ErrorCodes.LedgerTwice, exception.Code);
        Assert.Equal([nameof(InMemoryLedgerSink), nameof(InMemoryLedger)], exception.Arguments);
    }

    [Fact]
    public async Task A_sink_is_never_called_while_an_earlier_call_of_it_runs()
    {
        var sink = new PlainSinkOfAllSteps();
        var hosts = new LedgerHost(sink);
        await hosts.ImportAsync(LedgerHost.Rows(300, "Old"));

        using var host = hosts.Open(batchSize: 7, ExistingLeadPolicy.Overwrite);
        var report = await host.ImportAsync(LedgerHost.Rows(600));
        await host.History.UndoAsync(report.Import.ImportId, cancellationToken: ImportHost.Cancellation);

        Assert.Equal((300, 300, 1), (report.Counts.Added, report.Counts.Updated, sink.MostCallsAtOnce));
    }

    [Fact]
    public async Task The_reasons_of_a_sink_reach_the_report_and_stay_in_the_ledger()
    {
        var sink = new RefusingSink();
        var hosts = new LedgerHost(sink);
        using var host = hosts.Open();
        var plan = await host.PreviewAsync(Source);
        sink.FailsAt = 2;
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Importer.AddAsync(Source, plan, cancellationToken: ImportHost.Cancellation));
        sink.FailsAt = 0;

        var report = await host.History.ResumeAsync((await hosts.LastAsync()).Import.ImportId, Source, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(6, 4, 0, 0, 0, 2), report.Counts);
        Assert.Equal(new ImportCounts(6, 4, 0, 0, 0, 2), (await hosts.LastAsync()).Counts);
        Assert.All(new long[] { 3, 6 }, row => Assert.Equal(
            new ImportIssue("Host.OnBlocklist", IssueSeverity.Error) { Row = row, Arguments = [$"« {row} »"] },
            report.Outcomes.FoundByTheWrite(row)));
    }

    [Fact]
    public async Task Answers_that_a_step_may_not_give_are_refused()
    {
        var hosts = new LedgerHost(new BentSteps());
        await hosts.ImportAsync(Source);

        var update = await Assert.ThrowsAsync<SellsyImportException>(() => hosts.ImportAsync(LedgerHost.Rows(6, "New"), ExistingLeadPolicy.Overwrite));
        var import = await hosts.Ledger.ReadImportsAsync(cancellationToken: ImportHost.Cancellation).LastAsync(ImportHost.Cancellation);
        var undo = await Assert.ThrowsAsync<SellsyImportException>(() => hosts.UndoAsync(import.Import.ImportId));

        Assert.Equal((ErrorCodes.SeamContractBroken, nameof(ILeadUpdater)), (update.Code, update.Arguments[0]));
        Assert.Equal((ErrorCodes.SeamContractBroken, nameof(ILeadRemover)), (undo.Code, undo.Arguments[0]));
    }

    private static void AssertCannot(SellsyImportException exception, string task, string step)
    {
        Assert.Equal(ErrorCodes.StoreCannot, exception.Code);
        Assert.Equal([task, step], exception.Arguments);
    }

    /// <summary>Refuses every third contact.</summary>
    private sealed class RefusingSink : PlainSinkBase, IAnsweringLeadSink
    {
        private int _batches;

        public int FailsAt { get; set; }

        public async ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default)
        {
            if (++_batches == FailsAt)
            {
                throw new InvalidOperationException();
            }

            var taken = batch with { Entries = [.. batch.Entries.Where(entry => !IsRefused(entry))] };
            var outcomes = await AddAsync(taken, cancellationToken);
            var next = 0;
            return
            [
                .. batch.Entries.Select(entry => IsRefused(entry)
                    ? LeadAnswer.Refused(new("Host.OnBlocklist", IssueSeverity.Error) { Arguments = [$"« {entry.Lead.SellsyContactId} »"] })
                    : outcomes[next++]),
            ];
        }

        private static bool IsRefused(LeadEntry entry) => int.Parse(entry.Lead.SellsyContactId, System.Globalization.CultureInfo.InvariantCulture) % 3 == 0;
    }

    private sealed class BentSteps : PlainSinkBase, ILeadUpdater, ILeadRemover
    {
        public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
            new([.. Leads.Where(lead => sellsyContactIds.Contains(lead.Lead.SellsyContactId))]);

        public ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            new([.. batch.Entries.Select(_ => (LeadAnswer)LeadEntryOutcome.Added)]);

        public ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(ImportInfo import, ImmutableArray<LeadVersion> leads, CancellationToken cancellationToken = default) =>
            new([.. leads.Select(_ => UndoOutcome.Restored)]);
    }
}
