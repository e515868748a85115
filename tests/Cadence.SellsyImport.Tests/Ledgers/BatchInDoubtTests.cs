using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Ledgers;

/// <summary>
/// Imports that stopped within a batch. The sink is called for each lead, after one call of the preview: call 4 is the third lead of the first batch
/// of four.
/// </summary>
public sealed class BatchInDoubtTests
{
    private const int Rows = 10;
    private const int ThirdLead = 4;

    private readonly PlainSinkOfAllSteps _sink = new();
    private readonly LedgerHost _hosts;

    public BatchInDoubtTests() => _hosts = new(_sink);

    private static ImportSource Source => LedgerHost.Rows(Rows);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task It_has_the_same_rows_when_the_import_is_resumed_whatever_the_batch_size_is_then(int batchSize)
    {
        await _hosts.StopAsync(Source, ThirdLead);
        Assert.Equal(["1", "2"], _sink.Leads.Select(lead => lead.Lead.SellsyContactId));
        var stopped = await _hosts.LastAsync();
        Assert.Equal((ImportState.Interrupted, true, 0), (stopped.State, stopped.HasBatchInDoubt, stopped.Batches));
        using var host = _hosts.Open(batchSize);

        var report = await host.History.ResumeAsync(stopped.Import.ImportId, Source, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(Rows, Rows, 0, 0, 0, 0), report.Counts);
        Assert.Empty(_sink.SentAlthoughThere);
        Assert.Equal(Rows, _sink.Leads.Count);
        var finished = await _hosts.LastAsync();
        Assert.Equal((ImportState.Finished, false, report.Counts), (finished.State, finished.HasBatchInDoubt, finished.Counts));
        var batches = await new SinkWithLedger(_sink, _hosts.Ledger).ReadBatchesAsync(stopped.Import.ImportId, ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        Assert.Equal((1L, 4), (batches[0].FirstRow, batches[0].RowOutcomes.Length));
    }

    [Fact]
    public async Task A_preview_shows_the_import_and_adding_continues_it()
    {
        await _hosts.StopAsync(Source, ThirdLead);
        using var host = _hosts.Open();

        var plan = await host.PreviewAsync(Source);
        var report = await host.Importer.AddAsync(Source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(((await _hosts.LastAsync()).Import.ImportId, 1), (plan.Interrupted!.ImportId, plan.Interrupted.NextRow));
        Assert.Equal(Rows, report.Counts.Added);
        Assert.Empty(_sink.SentAlthoughThere);
    }

    [Fact]
    public async Task Another_plan_is_refused_before_anything_is_looked_up_or_sent()
    {
        using var host = _hosts.Open();
        var other = await host.PreviewAsync(Source);
        _sink.PutLead(new() { SellsyContactId = "9" }, ImportHost.Marie);
        await _hosts.StopAsync(Source, ThirdLead);
        var counting = _sink.Faults = new(0);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.AddAsync(Source, other, cancellationToken: ImportHost.Cancellation));

        Assert.Equal((ErrorCodes.ImportInterrupted, 0), (exception.Code, counting.Calls));
    }

    [Theory]
    [InlineData(SinkFault.Fail, 2)]
    [InlineData(SinkFault.DoThenFail, 3)]
    public async Task A_lead_that_was_written_stays_added_though_its_owner_changed_and_the_others_of_that_owner_are_refused(SinkFault fault, int written)
    {
        await _hosts.StopAsync(Source, ThirdLead, fault);
        Assert.Equal(written, _sink.Leads.Count);
        using var host = _hosts.Open(users: new FixedUserProvider(ImportHost.Marie with { LastName = "Dupont" }, ImportHost.Helene));

        var report = await host.History.ResumeAsync((await _hosts.LastAsync()).Import.ImportId, Source, cancellationToken: ImportHost.Cancellation);

        // Marie's are the odd rows: 1, and 3 where it was written.
        Assert.Equal(fault == SinkFault.Fail ? ["1", "2", "4", "6", "8", "10"] : ["1", "2", "3", "4", "6", "8", "10"], Ids().OrderBy(id => id.Length).ThenBy(id => id));
        Assert.Equal(new ImportCounts(Rows, _sink.Leads.Count, 0, 0, 0, Rows - _sink.Leads.Count), report.Counts);
        Assert.Equal(report.Counts, (await _hosts.LastAsync()).Counts);
        Assert.All(_sink.Leads, lead => Assert.Equal(int.Parse(lead.Lead.SellsyContactId) % 2 == 1 ? "u1" : "u2", lead.Owner.Id));
        Assert.Empty(_sink.SentAlthoughThere);
    }

    [Fact]
    public async Task Ending_the_import_accounts_for_what_is_there_and_refuses_the_rest_of_the_batch()
    {
        await _hosts.StopAsync(Source, ThirdLead);
        var importId = (await _hosts.LastAsync()).Import.ImportId;
        using var host = _hosts.Open();

        await host.History.EndAsync(importId, ImportHost.Cancellation);

        var ended = await _hosts.LastAsync();
        Assert.Equal((ImportState.Ended, false, 1), (ended.State, ended.HasBatchInDoubt, ended.Batches));
        Assert.Equal(new ImportCounts(4, 2, 0, 0, 0, 2), ended.Counts);
        Assert.Equal(2, _sink.Leads.Count);
        var stored = Assert.Single(await new SinkWithLedger(_sink, _hosts.Ledger).ReadBatchesAsync(importId, ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation));
        Assert.Equal([(3L, IssueCodes.NotWrittenAtEnd), (4L, IssueCodes.NotWrittenAtEnd)], stored.Refused.Select(row => (row.Row, row.Reason!.Code)));
        Assert.Equal(2, (await _hosts.UndoAsync(importId)).Removed);
        Assert.Empty(_sink.Leads);
    }

    [Theory]
    [InlineData(SinkFault.Fail, false)]
    [InlineData(SinkFault.DoThenFail, false)]
    [InlineData(SinkFault.Fail, true)]
    [InlineData(SinkFault.DoThenFail, true)]
    public async Task A_change_that_was_made_is_updated_and_can_be_undone_and_a_lead_that_a_person_edited_is_refused(SinkFault fault, bool isEdited)
    {
        await _hosts.ImportAsync(LedgerHost.Rows(4, "Old"));

        // Two calls read leads, for the preview and for the batch; the second change fails.
        await _hosts.StopAsync(Source, call: 4, fault, ExistingLeadPolicy.Overwrite);
        if (isEdited)
        {
            _sink.EditLead("2", lead => lead with { JobPosition = "Gérante", FirstName = "Edited" });
        }

        using var host = _hosts.Open(policy: ExistingLeadPolicy.Overwrite);
        var report = await host.ImportAsync(Source);

        Assert.Equal(new ImportCounts(Rows, Rows - 4, isEdited ? 3 : 4, 0, 0, isEdited ? 1 : 0), report.Counts);
        Assert.Equal(isEdited ? "Edited" : "P2", NameOf("2"));
        Assert.Equal(isEdited ? IssueCodes.ChangedSincePreview : null, report.Outcomes.FoundByTheWrite(2)?.Code);
        var undone = await _hosts.UndoAsync(report.Import.ImportId);
        Assert.Equal((Rows - 4, isEdited ? 3 : 4), (undone.Removed, undone.Restored));
        Assert.Equal(isEdited ? ["Old1", "Edited", "Old3", "Old4"] : ["Old1", "Old2", "Old3", "Old4"], _sink.Leads.Select(lead => lead.Lead.FirstName));
    }

    [Fact]
    public async Task It_stays_in_doubt_however_often_the_import_stops_again()
    {
        await _hosts.StopAsync(Source, ThirdLead);
        for (var times = 0; times < 3; times++)
        {
            // A preview asks nothing of the sink now; two questions, and one lead more each time.
            await _hosts.StopAsync(Source, call: 4);
        }

        Assert.Equal(5, _sink.Leads.Count);
        Assert.Equal(Rows, (await _hosts.ImportAsync(Source)).Counts.Added);
        Assert.Empty(_sink.SentAlthoughThere);
    }

    private string? NameOf(string id) => _sink.Leads.Single(lead => lead.Lead.SellsyContactId == id).Lead.FirstName;

    private IEnumerable<string> Ids() => _sink.Leads.Select(lead => lead.Lead.SellsyContactId);
}
