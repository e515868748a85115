using Cadence.SellsyImport.Testing.Conformance;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// People's data stays put, as tests: ten thousand marked values go through imports that succeed and imports that fail at every call of the
/// sink, and none is found in an exception, its data, a metric, a trace, or what the library's types say of themselves. Derive a class from
/// it for a sink; each test has a store of its own, which is empty when the test starts.
/// </summary>
public abstract class PrivacyConformance : IAsyncLifetime
{
    private const int RowsPerBatch = 300;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens a sink on the store of this test; called several times.</summary>
    /// <returns>The sink, which is an <see cref="IUndoLedger"/>.</returns>
    protected abstract ValueTask<ILeadSink> OpenSinkAsync();

    /// <summary>Makes the store ready. By default nothing is done.</summary>
    /// <returns>A task that ends when the store is ready.</returns>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Takes the store away. By default nothing is done.</summary>
    /// <returns>A task that ends when it is gone.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Fail the first, the second, the third … call of the sink, before and after it did its work.</summary>
    [Theory]
    [InlineData(SinkFault.Fail)]
    [InlineData(SinkFault.DoThenFail)]
    public async Task No_value_of_a_person_leaves_an_import_that_fails_at_any_call(SinkFault fault)
    {
        using var watch = new Watch();
        var calls = 0;
        FaultInjectingLedgerSink broken;
        do
        {
            broken = new(await OpenSinkAsync(), ++calls, fault);
            await RunAsync(broken, watch);
        }
        while (broken.IsFaultInjected && calls < 200);

        Assert.False(broken.IsFaultInjected, $"No run got through in {calls} calls.");
        watch.AssertNothingLeaked(atLeastExceptions: calls - 2);
    }

    /// <summary>A file that breaks off, a wrong file, a damaged plan, a lead without an identity.</summary>
    [Fact]
    public async Task No_value_of_a_person_leaves_an_import_whose_file_or_plan_is_damaged()
    {
        using var watch = new Watch();
        await using var services = Services(await OpenSinkAsync());
        var importer = services.GetRequiredService<ISellsyImporter>();
        var file = MarkedExport.ToBytes();
        var overview = await importer.OpenAsync(ImportSource.FromBytes(MarkedExport.FileName, file), Cancellation);
        var plan = await importer.PreviewAsync(ImportSource.FromBytes(MarkedExport.FileName, file), overview.Suggestion.Mapping, cancellationToken: Cancellation);

        await watch.TryAsync(() => importer.AddAsync(ImportSource.FromBytes(MarkedExport.FileName, file[..^1]), plan, cancellationToken: Cancellation));
        await watch.TryAsync(() => importer.AddAsync(
            ImportSource.From(MarkedExport.FileName, _ => ValueTask.FromResult<Stream>(new FaultInjectingStream(new MemoryStream(file)) { FailAfterBytes = file.Length / 2 })),
            plan,
            cancellationToken: Cancellation));
        await watch.TryAsync(() => importer.OpenAsync(ImportSource.FromBytes(MarkedExport.FileName, file[(file.Length / 2)..]), Cancellation));
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, Cancellation);
        await watch.TryAsync(() => ImportPlan.LoadAsync(new MemoryStream(saved.ToArray()[..^10]), Cancellation));
        await watch.TryAsync(() => ImportPlan.LoadAsync(new MemoryStream(file), Cancellation));
        var sink = await OpenSinkAsync();
        await watch.TryAsync(async () => await sink.AddAsync(Batches.Of(1, Batches.Lead(null!) with { FirstName = MarkedExport.Mark }), Cancellation));

        watch.AssertNothingLeaked(atLeastExceptions: 5);
    }

    private static async Task RunAsync(ILeadSink sink, Watch watch)
    {
        await using var services = Services(sink);
        var importer = services.GetRequiredService<ISellsyImporter>();
        var history = services.GetRequiredService<IImportHistory>();
        var source = ImportSource.FromBytes(MarkedExport.FileName, MarkedExport.ToBytes());
        await watch.TryAsync(async () =>
        {
            var overview = await importer.OpenAsync(source, Cancellation);
            var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, progress: watch.Progress, cancellationToken: Cancellation);
            var report = await importer.AddAsync(source, plan, progress: watch.Progress, cancellationToken: Cancellation);
            watch.Says(overview, plan, report, report.Counts, report.Import);
            await foreach (var row in importer.ReadReportAsync(source, report, cancellationToken: Cancellation))
            {
                watch.Says(row, row.Preview, row.Preview.Lead, row.Preview.Owner, row.Preview.Row);
            }

            var undone = await history.UndoAsync(report.Import.ImportId, watch.Progress, Cancellation);
            watch.Says(undone.Exceptions.Cast<object>().ToArray());
        });
    }

    private static ServiceProvider Services(ILeadSink sink)
    {
        var services = new ServiceCollection();
        services.AddSingleton(sink);
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(Batches.Owner));
        services.AddSellsyImport(options =>
        {
            options.BatchSize = RowsPerBatch;
            options.ExistingLeads = ExistingLeadPolicy.Overwrite;
        });
        return services.BuildServiceProvider();
    }
}
