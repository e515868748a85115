using System.Diagnostics;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Telemetry;

public sealed class ActivityTests
{
    [Fact]
    public async Task Each_operation_is_an_activity_and_each_batch_one_of_its_import()
    {
        using var host = new TelemetryHost(configure: options => options.BatchSize = 2);

        var report = await host.ImportAsync();
        await host.History.UndoAsync(report.Import.ImportId, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            ["sellsy_import.preview", "sellsy_import.batch", "sellsy_import.batch", "sellsy_import.batch", "sellsy_import.add", "sellsy_import.undo"],
            host.Activities.Stopped.Select(activity => activity.OperationName));
        var add = host.Activities.Stopped[4];
        Assert.Equal(
            [
                new("cadence.sellsy_import.import.id", report.Import.ImportId),
                new("cadence.sellsy_import.rows", 8L),
                new("cadence.sellsy_import.errors", 3L),
            ],
            add.TagObjects);
        Assert.All(host.Activities.Stopped.Skip(1).Take(3), batch => Assert.Equal(add.SpanId, batch.ParentSpanId));
        Assert.All(host.Activities.Stopped, activity => Assert.Equal(ActivityStatusCode.Unset, activity.Status));
    }

    [Fact]
    public async Task A_failed_import_has_an_error_and_its_type()
    {
        using var host = new TelemetryHost(new FaultInjectingLedgerSink(new InMemoryLedgerSink(), callNumber: 4), options => options.BatchSize = 2);

        await Assert.ThrowsAsync<InjectedFaultException>(() => host.ImportAsync());

        Assert.All(host.Activities.Stopped.Where(activity => activity.OperationName != "sellsy_import.preview"), activity =>
        {
            Assert.Equal(ActivityStatusCode.Error, activity.Status);
            Assert.Null(activity.StatusDescription);
            Assert.Equal("Cadence.SellsyImport.Testing.InjectedFaultException", activity.GetTagItem("error.type"));
        });
        Assert.Equal(3, host.Activities.Stopped.Count);
    }
}
