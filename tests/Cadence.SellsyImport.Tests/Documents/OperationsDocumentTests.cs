using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Cadence.SellsyImport.Tests.PublicApi;
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
        var events =
            from package in PublicApiTests.Assemblies
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

    [Fact]
    public async Task Every_call_opens_as_many_streams_as_its_row_says()
    {
        using var host = new ImportHost(options => options.BatchSize = 1, sink: new InMemoryLedgerSink());
        var rows = string.Concat(Enumerable.Range(1, 4).Select(row => $"{row};Anne;Petit;Marie Durand\r\n"));
        var file = new TrackedSource(Encoding.UTF8.GetBytes($"ID Sellsy;Prénom;Nom;Propriétaire\r\n{rows}"));
        var (importer, history, source) = (host.Importer, host.History, file.Source);
        var opened = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var overview = await CallAsync("OpenAsync", () => importer.OpenAsync(source, Cancellation));
        var mapping = overview.Suggestion.Mapping;
        await CallAsync("PreviewFirstRowsAsync", () => importer.PreviewFirstRowsAsync(source, mapping, cancellationToken: Cancellation));
        var plan = await CallAsync("PreviewAsync", () => importer.PreviewAsync(source, mapping, cancellationToken: Cancellation));
        await CallAsync("ReadPreviewAsync", () => importer.ReadPreviewAsync(source, plan, cancellationToken: Cancellation).CountAsync(Cancellation).AsTask());
        await CallAsync("JudgeRowAsync", () => importer.JudgeRowAsync(source, plan, plan.Corrections, 1, Cancellation));
        var mended = ImportSource.FromBytes("mended.csv", "ID Sellsy;Prénom;Nom;Propriétaire\r\n1;Anne;Petit;Marie Durand\r\n"u8.ToArray());
        await CallAsync("ReadMendedRowsAsync", () => importer.ReadMendedRowsAsync(source, plan, mended, Cancellation));
        var report = await CallAsync("AddAsync", () => importer.AddAsync(source, plan, cancellationToken: Cancellation));
        await CallAsync("ReadReportAsync", () => importer.ReadReportAsync(source, report, cancellationToken: Cancellation).CountAsync(Cancellation).AsTask());
        await CallAsync("WriteRejectedRowsAsync", () => importer.WriteRejectedRowsAsync(source, report, Stream.Null, ImportTexts.English, Cancellation));
        await CallAsync("UndoAsync", () => history.UndoAsync(report.Import.ImportId, cancellationToken: Cancellation));
        var (ended, resumed) = (await InterruptAsync("Madame"), await InterruptAsync("Monsieur"));
        await CallAsync("ReadAsync", () => history.ReadAsync(Cancellation).CountAsync(Cancellation).AsTask());
        await CallAsync("ResumeAsync", () => history.ResumeAsync(resumed, source, cancellationToken: Cancellation));
        await CallAsync("EndAsync", async () =>
        {
            await history.EndAsync(ended, Cancellation);
            return true;
        });
        await CallAsync("RequestCancelAsync", () => history.RequestCancelAsync(ended, cancellationToken: Cancellation));
        await CallAsync("ForgetAsync", () => history.ForgetAsync("1", cancellationToken: Cancellation));
        await CallAsync("PurgeAsync", () => history.PurgeAsync(DateTimeOffset.MaxValue, Cancellation));

        Assert.Equal(opened.Select(call => $"`{call.Key}` | {call.Value}"), RowsOf("Streams and calls").Select(row => string.Join(" | ", row)));
        var methods = typeof(ISellsyImporter).GetMethods().Concat(typeof(IImportHistory).GetMethods()).Select(method => method.Name).Distinct();
        Assert.Equal(methods.Order(StringComparer.Ordinal), opened.Keys);

        async Task<T> CallAsync<T>(string name, Func<Task<T>> call)
        {
            var before = file.Opened;
            var result = await call();
            opened.Add(name, file.Opened - before);
            Assert.Equal((0, 1), (file.Open, file.MostOpen));
            return result;
        }

        // Of a mapping of its own, so that it is no resumption of the one before.
        async Task<string> InterruptAsync(string civility)
        {
            using var stopping = new CancellationTokenSource();
            var own = await importer.PreviewAsync(source, mapping.WithConstant(LeadFields.Civility, civility), cancellationToken: Cancellation);
            var progress = new RecordingProgress<ImportProgress>(value =>
            {
                if (value is { Stage: ImportStage.Adding, RowsAdded: 1 })
                {
                    stopping.Cancel();
                }
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => importer.AddAsync(source, own, progress: progress, cancellationToken: stopping.Token));
            return (await history.ReadAsync(Cancellation).FirstAsync(Cancellation)).Import.ImportId;
        }
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
