using System.Collections.Immutable;
using System.Diagnostics;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cadence.SellsyImport.Tests.Telemetry;

/// <summary>What looks like a cancellation, and what is one.</summary>
public sealed class TimeOutTests
{
    private const string Type = "System.Threading.Tasks.TaskCanceledException";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_time_out_of_the_store_is_a_failure()
    {
        using var host = new TelemetryHost(new SlowSink(nameof(ILeadSink.AddAsync)));

        var thrown = await Assert.ThrowsAsync<TaskCanceledException>(() => host.ImportAsync());

        Assert.IsType<TimeoutException>(thrown.InnerException);
        var error = Assert.Single(host.Logs.Lines(LogLevel.Error));
        Assert.Matches($"^10 OperationFailed: The operation add of import [0-9a-f]{{32}} failed: {Type}\\.$", error);
        Assert.All(host.Activities.Stopped.Where(activity => activity.OperationName != "sellsy_import.preview"), activity =>
            Assert.Equal((ActivityStatusCode.Error, Type), (activity.Status, activity.GetTagItem("error.type"))));
        Assert.Equal(3, host.Activities.Stopped.Count);
        Assert.Contains($"{{cadence.sellsy_import.operation=add, error.type={Type}}} 0", host.Metrics.SumsOf("cadence.sellsy_import.operation.duration"));
        Assert.Equal([$"{{error.type={Type}}} 0"], host.Metrics.SumsOf("cadence.sellsy_import.batch.duration"));
    }

    [Fact]
    public async Task A_time_out_while_a_preview_is_made_is_a_failure()
    {
        using var host = new TelemetryHost(new SlowSink(nameof(ILeadSink.FindExistingAsync)));

        await Assert.ThrowsAsync<TaskCanceledException>(() => host.PreviewAsync());

        Assert.Equal([$"10 OperationFailed: The operation preview of import (null) failed: {Type}."], host.Logs.Lines());
    }

    [Fact]
    public async Task A_caller_who_cancels_sees_no_failure()
    {
        using var stopping = new CancellationTokenSource();
        using var host = new TelemetryHost(new FaultInjectingLeadSink(new InMemoryLeadSink(), callNumber: 2, SinkFault.HangUntilCancelled));
        var plan = await host.PreviewAsync();
        stopping.CancelAfter(TimeSpan.FromMilliseconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Importer.AddAsync(TelemetryHost.Source, plan, cancellationToken: stopping.Token));

        Assert.StartsWith("11 OperationCancelled: ", host.Logs.Lines().Last(), StringComparison.Ordinal);
        Assert.All(host.Activities.Stopped, activity => Assert.Equal(ActivityStatusCode.Unset, activity.Status));
        Assert.Contains(
            "{cadence.sellsy_import.operation=add, error.type=System.OperationCanceledException} 0", host.Metrics.SumsOf("cadence.sellsy_import.operation.duration"));
    }

    [Fact]
    public async Task An_import_that_was_asked_to_stop_from_elsewhere_has_not_failed()
    {
        var store = new InMemoryLedgerSink();
        TelemetryHost? other = null;
        using var host = new TelemetryHost(new FaultInjectingLedgerSink(store, callNumber: 0) { OnCall = Cancel }, options => options.BatchSize = 2);
        using var elsewhere = other = new TelemetryHost(store);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.ImportAsync());

        Assert.Matches("^11 OperationCancelled: The operation add of import [0-9a-f]{32} was cancelled\\.$", host.Logs.Lines().Last());
        Assert.All(host.Activities.Stopped, activity => Assert.Equal(ActivityStatusCode.Unset, activity.Status));

        void Cancel(SinkCall call)
        {
            if (call is { Method: nameof(IImportLedger.WriteAsync), IsDone: true })
            {
                var import = store.ReadImportsAsync(cancellationToken: Cancellation).ToBlockingEnumerable(Cancellation).Single();
                other!.History.RequestCancelAsync(import.Import.ImportId, cancellationToken: Cancellation).GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>A store whose client gives up waiting for one of its methods, as an <see cref="HttpClient"/> does.</summary>
    private sealed class SlowSink(string slow) : ILeadSink
    {
        public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
            slow == nameof(FindExistingAsync) ? throw TimeOut() : new([]);

        public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) => throw TimeOut();

        private static TaskCanceledException TimeOut() => new("The request timed out.", new TimeoutException());
    }
}
