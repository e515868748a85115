using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class UndoEndTests
{
    private const string Rows = "ID Sellsy;Prénom;Nom;Propriétaire\r\n1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Marie Durand\r\n3;Zoé;Tard;Marie Durand\r\n";

    private readonly InMemoryLedgerSink _store = new();

    [Theory]
    [InlineData(SinkFault.Fail)]
    [InlineData(SinkFault.HangUntilCancelled)]
    public async Task An_undo_that_stops_gives_its_lease_back_and_the_next_call_goes_on(SinkFault fault)
    {
        var id = await ImportedAsync();
        using var cancelling = new CancellationTokenSource();
        using (var host = Host(new FaultInjectingLedgerSink(_store, callNumber: 4, fault) { OnCall = call => Cancel(call, cancelling) }))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => host.History.UndoAsync(id, cancellationToken: cancelling.Token));
        }

        var stopped = await _store.FindImportAsync(id, ImportHost.Cancellation);
        Assert.Equal((ImportState.Undoing, null), (stopped!.State, stopped.Lease));
        Assert.Equal(2, _store.Leads.Count);
        using var next = Host(_store);
        Assert.Equal(3, (await next.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation)).Removed);
        Assert.Empty(_store.Leads);
    }

    [Fact]
    public async Task An_undo_that_is_cancelled_between_two_batches_gives_its_lease_back()
    {
        var id = await ImportedAsync();
        using var cancelling = new CancellationTokenSource();
        using var host = Host(_store);
        var progress = new RecordingProgress<ImportProgress>(_ => cancelling.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.History.UndoAsync(id, progress, cancelling.Token));

        Assert.Null((await _store.FindImportAsync(id, ImportHost.Cancellation))!.Lease);
    }

    [Fact]
    public async Task Whenever_an_undo_is_cancelled_the_caller_is_told_whether_it_is_done()
    {
        var (told, stopped) = (0, 0);
        for (var last = 1; told < 2; last++)
        {
            var store = new InMemoryLedgerSink();
            var id = await ImportedAsync(store: store);
            using var cancelling = new CancellationTokenSource();
            using var host = Host(new FaultInjectingLedgerSink(store, 0)
            {
                OnCall = call =>
                {
                    if (call.IsDone && call.Number == last)
                    {
                        cancelling.Cancel();
                    }
                },
            });
            var undo = await Record.ExceptionAsync(() => host.History.UndoAsync(id, cancellationToken: cancelling.Token));

            Assert.True(undo is null or OperationCanceledException, $"{undo}");
            Assert.Equal(undo is null, (await store.FindImportAsync(id, ImportHost.Cancellation))!.State == ImportState.Undone);
            (told, stopped) = undo is null ? (told + 1, stopped) : (told, stopped + 1);
        }

        Assert.True(stopped > 2, $"{stopped}");
    }

    [Fact]
    public async Task An_undo_whose_leads_change_at_every_reading_ends_with_an_error_and_goes_on_later()
    {
        await ImportedAsync();
        var id = await ImportedAsync(Rows.Replace("Nom;", "Fonction;Nom;", StringComparison.Ordinal)
            .Replace("Petit;", "Gérante;Petit;", StringComparison.Ordinal)
            .Replace("Grand;", "Gérant;Grand;", StringComparison.Ordinal)
            .Replace("Tard;", "Gérante;Tard;", StringComparison.Ordinal));
        var (readings, notes) = (0, 0);
        var ledger = new BentLedger(_store)
        {
            Undoable = batch =>
            {
                readings++;
                if (batch is { Number: 2 })
                {
                    _store.EditLead("2", lead => lead with { Note = $"{notes++}" });
                }

                return batch;
            },
        };
        using (var host = Host(ledger))
        {
            var exception = await Assert.ThrowsAsync<SellsyImportException>(() => host.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation));

            Assert.Equal(ErrorCodes.LeadsKeepChanging, exception.Code);
            Assert.Equal(
                $"Import {id}: leads of batch 2 were changed by another program at each of 10 tries to undo it. What was undone before stays undone. "
                + "Stop the program that changes them, then undo the import again.",
                exception.Message);
        }

        Assert.Equal(11, readings);
        Assert.Null((await _store.FindImportAsync(id, ImportHost.Cancellation))!.Lease);
        using var next = Host(_store);
        var report = await next.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation);
        Assert.Equal((3L, 0L), (report.Restored, report.Kept));
        Assert.Equal((null, "9"), (_store.Leads[1].Lead.JobPosition, _store.Leads[1].Lead.Note));
    }

    private static void Cancel(SinkCall call, CancellationTokenSource cancelling)
    {
        if (call is { Number: 4, IsDone: false })
        {
            cancelling.CancelAfter(TimeSpan.FromMilliseconds(1));
        }
    }

    private static ImportHost Host(ILeadSink sink) =>
        new(options => (options.BatchSize, options.ExistingLeads) = (1, ExistingLeadPolicy.Overwrite), sink: sink);

    private async Task<string> ImportedAsync(string csv = Rows, InMemoryLedgerSink? store = null)
    {
        using var host = Host(store ?? _store);
        return (await host.ImportAsync(ImportHost.Source(csv))).Import.ImportId;
    }
}
