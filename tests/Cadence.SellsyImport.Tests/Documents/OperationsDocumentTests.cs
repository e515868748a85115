using System.Diagnostics.Metrics;
using System.Reflection;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Cadence.SellsyImport.Tests.Telemetry;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cadence.SellsyImport.Tests.Documents;

/// <summary>Holds the tables of <c>docs/operations.md</c> to what the packages log, trace and measure.</summary>
public sealed class OperationsDocumentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_log_event_has_a_row_and_every_row_a_log_event()
    {
        string[] packages = ["Cadence.SellsyImport", "Cadence.SellsyImport.PostgreSql", "Cadence.SellsyImport.Sqlite"];
        var events =
            from package in packages
            from type in Assembly.Load(package).GetTypes()
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            let category = (string)type.GetField("Category")!.GetRawConstantValue()!
            select (Id: message.EventId, Row: $"{message.EventId} | `{method.Name}` | {message.Level} | `{category}` | {message.Message}");

        var expected = events.OrderBy(one => one.Id).ToArray();

        Assert.True(expected.Length >= 20, $"{expected.Length} log events");
        Assert.Distinct(expected.Select(one => one.Id));
        Assert.Equal(expected.Select(one => one.Row), RowsOf("Log events").Select(row => string.Join(" | ", row)));
    }

    [Fact]
    public async Task Every_metric_has_a_row_with_its_attributes_and_every_row_a_metric()
    {
        using var host = new TelemetryHost();
        using var broken = new TelemetryHost(new FaultInjectingLedgerSink(new InMemoryLedgerSink(), callNumber: 4));

        await CallEverythingAsync(host, broken);

        CollectedMetrics[] metrics = [host.Metrics, broken.Metrics];
        var expected = host.Metrics.Instruments.OrderBy(instrument => instrument.Name, StringComparer.Ordinal).Select(instrument =>
        {
            var tags = metrics.SelectMany(one => one.Measurements)
                .Where(measured => measured.Instrument == instrument.Name)
                .SelectMany(measured => measured.Tags)
                .Select(tag => tag.Key);
            return $"`{instrument.Name}` | {KindOf(instrument)} | `{instrument.Unit}` | {List(tags)} | {instrument.Description}";
        });
        Assert.Equal(expected, RowsOf("Metrics").Select(row => string.Join(" | ", row)));
    }

    [Fact]
    public async Task Every_activity_has_a_row_with_its_attributes_and_every_row_an_activity()
    {
        using var broken = new TelemetryHost(new FaultInjectingLedgerSink(new InMemoryLedgerSink(), callNumber: 4));
        using var host = new TelemetryHost();

        await CallEverythingAsync(host, broken);

        var expected = host.Activities.Stopped.Concat(broken.Activities.Stopped)
            .GroupBy(activity => activity.OperationName)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"`{group.Key}` | {List(group.SelectMany(activity => activity.TagObjects).Select(tag => tag.Key))}");
        Assert.Equal(expected, RowsOf("Activities").Select(row => string.Join(" | ", row[..2])));
    }

    [Theory]
    [InlineData("Metrics")]
    [InlineData("Activities")]
    public void Names_follow_the_rules_of_OpenTelemetry(string chapter)
    {
        var names = RowsOf(chapter).SelectMany(row => row).SelectMany(cell => cell.Split('`').Where((_, index) => index % 2 == 1)).Where(name => name.Contains('.', StringComparison.Ordinal)).ToArray();

        Assert.True(names.Length > 8, $"{names.Length} names");
        Assert.All(names, name => Assert.Matches("^[a-z]+(_[a-z]+)*([.][a-z]+(_[a-z]+)*)+$", name));
    }

    /// <summary>An import and its undo that succeed, and one of each operation that fails.</summary>
    private static async Task CallEverythingAsync(TelemetryHost host, TelemetryHost broken)
    {
        var report = await host.ImportAsync();
        await host.History.UndoAsync(report.Import.ImportId, cancellationToken: Cancellation);
        await Assert.ThrowsAsync<SellsyImportException>(() => host.History.UndoAsync("none", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<SellsyImportException>(
            () => host.Importer.PreviewAsync(ImportHost.Source(""), report.Plan.Mapping, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<InjectedFaultException>(() => broken.ImportAsync());
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0];

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Distinct().Order(StringComparer.Ordinal).Select(name => $"`{name}`"));

    private static List<string[]> RowsOf(string chapter)
    {
        var rows = Repository.LinesOf(Repository.PathOf("docs", "operations.md"))
            .SkipWhile(line => line != $"## {chapter}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        return rows;
    }
}
