using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Ledgers;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>Persons that the history forgets, and imports that it drops.</summary>
public sealed class ForgetTests
{
    private static CancellationToken Cancellation => ImportHost.Cancellation;

    [Fact]
    public async Task A_forgotten_person_is_in_no_plan_and_no_batch_and_the_undo_says_so()
    {
        var store = new InMemoryLedgerSink();
        using var host = new ImportHost(sink: store);

        await ForgetsAsync(host, store.ReadPlanAsync);

        Assert.Equal("2", Assert.Single(store.Leads).Lead.SellsyContactId);
    }

    [Fact]
    public async Task With_a_ledger_beside_the_sink_a_forgotten_person_is_in_no_plan_and_no_content()
    {
        var sink = new PlainSinkOfAllSteps();
        var hosts = new LedgerHost(sink);
        using var host = hosts.Open();

        var importId = await ForgetsAsync(host, hosts.Ledger.ReadPlanAsync);

        Assert.Equal("2", Assert.Single(sink.Leads).Lead.SellsyContactId);
        foreach (var batch in await hosts.Ledger.ReadBatchesAsync(importId, 1, 9, Cancellation))
        {
            Assert.DoesNotContain("\"2\"", Encoding.UTF8.GetString(batch.Content.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Old_values_of_a_forgotten_person_are_in_no_content_of_a_ledger_beside_the_sink()
    {
        var hosts = new LedgerHost(new PlainSinkOfAllSteps());
        await hosts.ImportAsync(LedgerHost.Rows(5, "Anne"));
        var changing = await hosts.ImportAsync(LedgerHost.Rows(5, "Zoé"), ExistingLeadPolicy.Overwrite);
        using var host = hosts.Open();

        Assert.Equal(2, await host.History.ForgetAsync("3", cancellationToken: Cancellation));

        var contents = string.Concat(
            (await hosts.Ledger.ReadBatchesAsync(changing.Import.ImportId, 1, 9, Cancellation)).Select(batch => Encoding.UTF8.GetString(batch.Content.Span)));
        Assert.Contains("Anne2", contents, StringComparison.Ordinal);
        Assert.DoesNotContain("Anne3", contents, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoé3", contents, StringComparison.Ordinal);
        var undone = await hosts.UndoAsync(changing.Import.ImportId);
        Assert.Equal((4, 1), (undone.Restored, undone.Forgotten));
        Assert.Equal(1, (await hosts.UndoAsync(changing.Import.ImportId)).Forgotten);
    }

    [Fact]
    public async Task A_person_of_a_batch_in_doubt_is_forgotten_and_the_import_can_be_resumed_and_ended()
    {
        foreach (var ends in new[] { false, true })
        {
            var sink = new PlainSinkOfAllSteps();
            var hosts = new LedgerHost(sink);
            await hosts.StopAsync(LedgerHost.Rows(8), call: 7, SinkFault.DoThenFail);
            var importId = (await hosts.LastAsync()).Import.ImportId;
            Assert.True((await hosts.LastAsync()).HasBatchInDoubt);
            using var host = hosts.Open();

            Assert.Equal(1, await host.History.ForgetAsync("6", cancellationToken: Cancellation));

            if (ends)
            {
                await host.History.EndAsync(importId, Cancellation);
                Assert.Equal(ImportState.Ended, (await hosts.LastAsync()).State);
            }
            else
            {
                var report = await host.History.ResumeAsync(importId, LedgerHost.Rows(8), cancellationToken: Cancellation);
                Assert.True(report.Counts.IsBalanced);
                Assert.Equal(8, sink.Leads.Count);
            }
        }
    }

    [Fact]
    public async Task Imports_that_ended_long_ago_are_dropped_and_cannot_be_undone()
    {
        var store = new InMemoryLedgerSink();
        using var host = new ImportHost(sink: store);
        var report = await host.ImportAsync(LedgerHost.Rows(3));

        Assert.Equal(0, await host.History.PurgeAsync(DateTimeOffset.UnixEpoch, Cancellation));
        Assert.Equal(1, await host.History.PurgeAsync(DateTimeOffset.MaxValue, Cancellation));

        Assert.Empty(await host.History.ReadAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal(3, store.Leads.Count);
        var unknown = await Assert.ThrowsAsync<SellsyImportException>(() => host.History.UndoAsync(report.Import.ImportId, cancellationToken: Cancellation));
        Assert.Equal(ErrorCodes.ImportUnknown, unknown.Code);
    }

    private static async Task<string> ForgetsAsync(
        ImportHost host, Func<string, CancellationToken, ValueTask<ReadOnlyMemory<byte>>> readPlan)
    {
        var source = ImportHost.Source("ID CONTACT;PRENOM CONTACT;Propriétaire\r\n1;Anne;Marie Durand\r\n2;Zo;Marie Durand\r\n3;Luc;Marie Durand\r\n");
        var corrections = Corrections.None.WithCell(2, 1, "Zoé-Secrète").WithCell(3, 1, "Lucas");
        var mapping = (await host.Importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        var plan = await host.Importer.PreviewAsync(source, mapping, new PreviewOptions { Corrections = corrections }, cancellationToken: Cancellation);
        var report = await host.Importer.AddAsync(source, plan, cancellationToken: Cancellation);
        var importId = report.Import.ImportId;
        Assert.Equal((3L, true), (report.Counts.Added, await HasAsync("Zoé-Secrète")));

        Assert.Equal(1, await host.History.ForgetAsync("2", cancellationToken: Cancellation));

        Assert.Equal((false, true), (await HasAsync("Zoé-Secrète"), await HasAsync("Lucas")));
        Assert.Equal(0, await host.History.ForgetAsync("2", cancellationToken: Cancellation));
        Assert.Equal(report.Counts, (await host.History.ReadReportAsync(importId, Cancellation)).Counts);
        var undone = await host.History.UndoAsync(importId, cancellationToken: Cancellation);
        Assert.Equal((2, 1), (undone.Removed, undone.Forgotten));
        var forgotten = Assert.Single(undone.Exceptions);
        Assert.Equal((2L, "", UndoOutcome.Forgotten), (forgotten.Row, forgotten.SellsyContactId, forgotten.Outcome));
        Assert.Equal(IssueCodes.ForgottenSinceImport, Assert.Single(forgotten.Issues).Code);
        return importId;

        async Task<bool> HasAsync(string text) => Encoding.UTF8.GetString((await readPlan(importId, Cancellation)).Span).Contains(text, StringComparison.Ordinal);
    }
}
