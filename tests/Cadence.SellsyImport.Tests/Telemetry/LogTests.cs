using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cadence.SellsyImport.Tests.Telemetry;

public sealed class LogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preview_an_import_and_its_undo_are_logged_with_their_counts()
    {
        using var host = new TelemetryHost(configure: options => options.BatchSize = 2);

        var report = await host.ImportAsync();
        await host.History.UndoAsync(report.Import.ImportId, cancellationToken: Cancellation);

        var id = report.Import.ImportId;
        Assert.Equal(
            [
                $"1 PreviewFinished: A preview of {report.Plan.FileLength} bytes found 8 rows: 5 can be added, 0 are in Cadence, 3 have errors. It took 0 ms.",
                $"3 ImportStarted: Import {id} of 8 rows started.",
                $"5 BatchStored: Import {id} stored rows 1 to 4 with 2 leads; 0 rows were refused. It took 0 ms.",
                $"5 BatchStored: Import {id} stored rows 5 to 7 with 2 leads; 0 rows were refused. It took 0 ms.",
                $"5 BatchStored: Import {id} stored rows 8 to 8 with 1 leads; 0 rows were refused. It took 0 ms.",
                $"6 ImportFinished: Import {id} finished: 8 rows = 5 added + 0 updated + 0 unchanged + 0 skipped + 3 with errors. It took 0 ms.",
                $"8 ImportUndone: Import {id} was undone: 5 leads removed, 0 restored, 0 kept, 0 vanished. It took 0 ms.",
            ],
            host.Logs.Lines(LogLevel.Debug));
        Assert.All(host.Logs.Entries, entry => Assert.Equal("Cadence.SellsyImport", entry.Category));
    }

    [Fact]
    public async Task An_import_that_was_interrupted_is_logged_until_it_finishes()
    {
        var store = new InMemoryLedgerSink();
        using (var broken = new TelemetryHost(new FaultInjectingLedgerSink(store, callNumber: 5) { StaysBroken = true }, options => options.BatchSize = 2))
        {
            await Assert.ThrowsAsync<InjectedFaultException>(() => broken.ImportAsync());

            var lost = Assert.Single(await store.ReadImportsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)).Import.ImportId;
            Assert.Equal(
                [
                    $"13 LeaseNotGivenBack: The lease of import {lost} could not be given back: Cadence.SellsyImport.Testing.InjectedFaultException. Others wait until it expires.",
                    $"10 OperationFailed: The operation add of import {lost} failed: Cadence.SellsyImport.Testing.InjectedFaultException.",
                ],
                broken.Logs.Lines(LogLevel.Warning));
        }

        using var host = new TelemetryHost(store, options => options.BatchSize = 2);
        var report = await host.ImportAsync();

        var id = report.Import.ImportId;
        Assert.Equal(5, report.ResumedAtRow);
        Assert.Collection(
            host.Logs.Lines(),
            line => Assert.Equal($"2 InterruptedImportShown: A preview shows the interrupted import {id}, which continues at row 5.", line),
            line => Assert.StartsWith($"12 LeaseTakenOver: Import {id} is taken over from ", line, StringComparison.Ordinal),
            line => Assert.Equal($"4 ImportContinued: Import {id} continues after 1 stored batches, at row 5.", line),
            line => Assert.StartsWith($"6 ImportFinished: Import {id} finished: 8 rows = 5 added", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_refused_or_cancelled_is_no_error()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();
        using var host = new TelemetryHost();
        var plan = await host.PreviewAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Importer.AddAsync(TelemetryHost.Source, plan, cancellationToken: stopping.Token));
        await Assert.ThrowsAsync<SellsyImportException>(
            () => host.Importer.PreviewAsync(ImportHost.Source(""), plan.Mapping, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<SellsyImportException>(() => host.History.UndoAsync("none", cancellationToken: Cancellation));

        Assert.Collection(
            host.Logs.Lines().Skip(1),
            line => Assert.Matches("^11 OperationCancelled: The operation add of import [0-9a-f]{32} was cancelled\\.$", line),
            line => Assert.Equal("9 OperationRefused: The operation preview of import (null) was refused: FileEmpty.", line),
            line => Assert.Equal("9 OperationRefused: The operation undo of import none was refused: ImportUnknown.", line));
    }

    [Fact]
    public async Task An_import_that_a_person_ends_is_logged()
    {
        var store = new InMemoryLedgerSink();
        using var host = new TelemetryHost(new FaultInjectingLedgerSink(store, callNumber: 5), options => options.BatchSize = 2);
        await Assert.ThrowsAsync<InjectedFaultException>(() => host.ImportAsync());
        var id = Assert.Single(await store.ReadImportsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)).Import.ImportId;

        await host.History.EndAsync(id, Cancellation);

        Assert.Equal($"7 ImportEnded: Import {id} was ended before its last row.", host.Logs.Lines().Last());
    }

    [Fact]
    public async Task Neither_the_text_of_a_hosts_exception_nor_the_file_nor_the_user_is_logged()
    {
        using var host = new TelemetryHost(new FailingSink());
        var plan = await host.PreviewAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Importer.AddAsync(
            TelemetryHost.Source, plan, new() { StartedBy = "anne.petit" }, cancellationToken: Cancellation));

        Assert.Contains(host.Logs.Lines(), line => line.EndsWith(" failed: System.InvalidOperationException.", StringComparison.Ordinal));
        Assert.All(host.Logs.Entries, entry => Assert.Null(entry.Exception));
        var texts = host.Logs.Entries.Select(entry => entry.Text)
            .Concat(host.Activities.Stopped.SelectMany(activity => activity.TagObjects).Select(tag => $"{tag.Value}"))
            .Concat(host.Activities.Stopped.Select(activity => $"{activity.StatusDescription}"))
            .Concat(host.Metrics.Measurements.SelectMany(measured => measured.Tags).Select(tag => $"{tag.Value}"));
        Assert.DoesNotContain(texts, text => text.Contains("anne", StringComparison.OrdinalIgnoreCase) || text.Contains("contacts.csv", StringComparison.Ordinal));
    }

    /// <summary>A database that names the value of a person in its error, as that of a unique key does.</summary>
    private sealed class FailingSink : ILeadSink
    {
        public ValueTask<System.Collections.Immutable.ImmutableArray<ExistingLead>> FindExistingAsync(
            System.Collections.Immutable.ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) => new([]);

        public ValueTask<System.Collections.Immutable.ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Duplicate key (email) = (anne.petit@exemple.fr).");
    }
}
