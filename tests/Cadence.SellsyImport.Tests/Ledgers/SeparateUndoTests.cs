using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Ledgers;

/// <summary>Undo with a ledger beside the sink: what a person or a later import changed is kept and named.</summary>
public sealed class SeparateUndoTests
{
    /// <summary>Where the sink gives versions, an edit that was reversed is an edit: its purpose is unknown. Without versions only the values are compared.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_created_lead_that_a_person_edited_is_kept_and_one_that_stands_as_it_was_written_is_removed(bool hasVersions)
    {
        PlainSinkBase sink = hasVersions ? new PlainSinkOfAllSteps() : new PlainRemovingSink();
        var hosts = new LedgerHost(sink);
        var report = await hosts.ImportAsync(LedgerHost.Rows(5));
        sink.EditLead("2", lead => lead with { FirstName = "Edited" });
        sink.EditLead("3", lead => lead with { FirstName = "Edited" });
        sink.EditLead("3", lead => lead with { FirstName = "P3" });
        sink.RemoveLead("4");

        var undone = await hosts.UndoAsync(report.Import.ImportId);

        Assert.Equal(hasVersions ? (2, 0, 2, 1) : (3, 0, 1, 1), (undone.Removed, undone.Restored, undone.Kept, undone.Vanished));
        (long, string)[] exceptions = [(2, IssueCodes.EditedSinceImport), (3, IssueCodes.EditedSinceImport), (4, IssueCodes.VanishedSinceImport)];
        Assert.Equal(
            exceptions.Where(one => hasVersions || one.Item1 != 3), undone.Exceptions.Select(lead => (lead.Row, Assert.Single(lead.Issues).Code)));
        Assert.Equal(hasVersions ? ["Edited", "P3"] : ["Edited"], sink.Leads.Select(lead => lead.Lead.FirstName));
        Assert.Equal(new UndoneCompanies(0, 0), undone.Companies);
    }

    [Fact]
    public async Task Leads_that_a_later_import_changed_are_kept_and_the_import_is_named()
    {
        var sink = new PlainSinkOfAllSteps();
        var hosts = new LedgerHost(sink);
        var first = await hosts.ImportAsync(LedgerHost.Rows(3));
        var later = await hosts.ImportAsync(LedgerHost.Rows(2, "New"), ExistingLeadPolicy.Overwrite);

        var undone = await hosts.UndoAsync(first.Import.ImportId);

        Assert.Equal((1, 2), (undone.Removed, undone.Kept));
        Assert.Equal([later.Import.ImportId], undone.LaterImports);
        Assert.All(undone.Exceptions, lead => Assert.Equal(IssueCodes.ChangedByLaterImport, Assert.Single(lead.Issues).Code));
        Assert.Equal(2, (await hosts.UndoAsync(later.Import.ImportId)).Restored);
        Assert.Equal(["P1", "P2"], sink.Leads.Select(lead => lead.Lead.FirstName));
        Assert.Empty((await hosts.UndoAsync(first.Import.ImportId)).LaterImports);
    }

    [Fact]
    public async Task An_undo_that_goes_on_sees_what_became_of_later_imports_since_it_was_stopped()
    {
        var hosts = new LedgerHost(new PlainSinkOfAllSteps());
        var first = (await hosts.ImportAsync(LedgerHost.Rows(8))).Import.ImportId;
        var later = (await hosts.ImportAsync(LedgerHost.Rows(8, "New"), ExistingLeadPolicy.Overwrite)).Import.ImportId;
        using var host = hosts.Open();
        var history = host.History;
        using var stopping = new CancellationTokenSource();
        var stopped = new RecordingProgress<ImportProgress>(_ => stopping.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => history.UndoAsync(first, stopped, stopping.Token));

        Assert.Equal(8, (await history.UndoAsync(later, cancellationToken: ImportHost.Cancellation)).Restored);
        var undone = await history.UndoAsync(first, cancellationToken: ImportHost.Cancellation);

        Assert.Equal((4, 4), (undone.Removed, undone.Kept));
    }

    [Fact]
    public async Task Once_the_later_import_is_undone_the_leads_read_as_they_were_written_and_are_removed()
    {
        var sink = new PlainSinkOfAllSteps();
        var hosts = new LedgerHost(sink);
        var first = await hosts.ImportAsync(LedgerHost.Rows(3));
        var later = await hosts.ImportAsync(LedgerHost.Rows(2, "New"), ExistingLeadPolicy.Overwrite);

        await hosts.UndoAsync(later.Import.ImportId);
        var undone = await hosts.UndoAsync(first.Import.ImportId);

        Assert.Equal((3, 0), (undone.Removed, undone.Kept));
        Assert.Empty(sink.Leads);
    }

    [Fact]
    public async Task Of_a_changed_lead_only_the_fields_that_a_person_changed_since_are_kept()
    {
        var sink = new PlainSinkOfAllSteps();
        var hosts = new LedgerHost(sink);
        sink.PutLead(new() { SellsyContactId = "1", FirstName = "Old", Note = "kept" }, ImportHost.Helene);
        var report = await hosts.ImportAsync(LedgerHost.Rows(1), ExistingLeadPolicy.Overwrite);
        Assert.Equal((1, ImportHost.Marie), (report.Counts.Updated, sink.Leads[0].Owner));
        sink.EditLead("1", lead => lead with { FirstName = "Edited" });

        var undone = await hosts.UndoAsync(report.Import.ImportId);

        Assert.Equal(1, undone.Restored);
        Assert.Equal(("Edited", "kept", ImportHost.Helene), (sink.Leads[0].Lead.FirstName, sink.Leads[0].Lead.Note, sink.Leads[0].Owner));
        Assert.Equal(LeadFields.FirstName.Name, Assert.Single(Assert.Single(undone.Exceptions).Issues).Field);
    }

    [Fact]
    public async Task A_lead_that_changes_at_the_moment_of_its_undo_is_decided_again()
    {
        var sink = new RacingSink();
        var hosts = new LedgerHost(sink);
        await hosts.ImportAsync(LedgerHost.Rows(3, "Old"));
        var report = await hosts.ImportAsync(LedgerHost.Rows(4), ExistingLeadPolicy.Overwrite);
        sink.BeforeUpdate = () => sink.EditLead("2", lead => lead with { Note = "Edited" });

        var undone = await hosts.UndoAsync(report.Import.ImportId);

        Assert.Equal((1, 3, 0), (undone.Removed, undone.Restored, undone.Kept));
        Assert.Equal(["Old1", "Old2", "Old3"], sink.Leads.Select(lead => lead.Lead.FirstName));
        Assert.Equal([null, "Edited", null], sink.Leads.Select(lead => lead.Lead.Note));
    }

    [Fact]
    public async Task A_sink_that_keeps_only_some_values_undoes_by_the_versions_of_its_answers()
    {
        var sink = new NamesOnlySink();
        var hosts = new LedgerHost(sink);
        const string Csv = "ID CONTACT;PRENOM CONTACT;POSTE;Propriétaire\r\n1;Anne;Gérante;Marie Durand\r\n2;Luc;Chef;Marie Durand\r\n";
        sink.PutLead(new() { SellsyContactId = "1", FirstName = "Old" }, ImportHost.Helene);
        var report = await hosts.ImportAsync(ImportHost.Source(Csv), ExistingLeadPolicy.Overwrite);
        Assert.Equal((1, 1), (report.Counts.Added, report.Counts.Updated));

        var undone = await hosts.UndoAsync(report.Import.ImportId);

        Assert.Equal((1, 1), (undone.Removed, undone.Restored));
        Assert.Empty(undone.Exceptions);
        Assert.Equal(("Old", ImportHost.Helene), (Assert.Single(sink.Leads).Lead.FirstName, sink.Leads[0].Owner));
    }

    private abstract class AllSteps : PlainSinkBase, IAnsweringLeadSink, ILeadUpdater, ILeadRemover
    {
        public virtual ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            AddWithVersionsAsync(batch, cancellationToken);

        public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
            ReadAsync(sellsyContactIds, cancellationToken);

        public virtual ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            ChangeAsync(batch, cancellationToken);

        public ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(ImportInfo import, ImmutableArray<LeadVersion> leads, CancellationToken cancellationToken = default) =>
            DeleteAsync(leads, cancellationToken);
    }

    private sealed class RacingSink : AllSteps
    {
        public Action? BeforeUpdate { get; set; }

        public override ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default)
        {
            BeforeUpdate?.Invoke();
            BeforeUpdate = null;
            return base.UpdateAsync(batch, cancellationToken);
        }
    }

    /// <summary>Its table has a column for the first name and none for anything else.</summary>
    private sealed class NamesOnlySink : AllSteps
    {
        public override ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            base.AddLeadsAsync(Names(batch), cancellationToken);

        public override ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            base.UpdateAsync(Names(batch), cancellationToken);

        private static LeadBatch Names(LeadBatch batch) => batch with
        {
            Entries =
            [
                .. batch.Entries.Select(entry => entry with
                {
                    Lead = new() { SellsyContactId = entry.Lead.SellsyContactId, FirstName = entry.Lead.FirstName },
                }),
            ],
        };
    }
}
