using System.Text;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// Proves that people's data does not leak: ten thousand marked values go through imports that succeed, and through imports that fail or hang
/// at every call of the sink. None is found in an exception, its data, a log, a metric, a trace, or the text of the library's own
/// objects. Derive a class from it for a sink, and add tests for faults that only this store has, with <see cref="ImportAsync"/> and
/// <see cref="AssertNothingLeaked"/>. Each test has its own store, which is empty when the test starts.
/// </summary>
public abstract class PrivacyConformance : IAsyncLifetime
{
    private const int RowsPerBatch = 300;

    private readonly Watch _watch = new();

    /// <summary>Examines what is logged at any level. Pass it to a store that logs, where it is not taken from the services.</summary>
    protected ILoggerFactory Loggers => _watch.Loggers;

    /// <summary>Of the calls of an import, each of which fails or hangs in an import of its own, only every so many do.</summary>
    /// <value>1 or more. Default: 1, every call.</value>
    protected virtual int CallStep => 1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens a sink on the store of this test; called several times.</summary>
    /// <returns>The sink, which is an <see cref="IUndoLedger"/>.</returns>
    protected abstract ValueTask<ILeadSink> OpenSinkAsync();

    /// <summary>Makes the store ready. By default nothing is done.</summary>
    /// <returns>A task that ends when the store is ready.</returns>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Removes the store. By default nothing is done.</summary>
    /// <returns>A task that ends when the store is removed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _watch.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The marked export is what it is said to be, and its values reach the store.</summary>
    [Fact]
    public async Task Ten_thousand_values_of_persons_go_through_an_import_and_none_leaves_it()
    {
        Assert.True(MarkedExport.CountMarks(MarkedExport.ToBytes()) >= 10_000);
        var sink = await OpenSinkAsync();

        Assert.True(await ImportAsync(sink, isUndone: false));

        var leads = await ((IImportLedger)sink).ReadLeadsAsync(MarkedExport.Ids, Cancellation);
        var stored = leads.Sum(lead => MarkedExport.CountMarks(Encoding.UTF8.GetBytes(LeadSnapshot.ToJson(lead))));
        Assert.True(leads.Length > 900 && stored > 9_000, $"{leads.Length} leads with {stored} marked values were stored.");
        AssertNothingLeaked(atLeastExceptions: 0);
        Assert.True(_watch.Logged > 0 && _watch.Measured > 0 && _watch.Traced > 0, "No log event, no metric or no activity was examined.");
    }

    /// <summary>Fail the first, the second, the third … call of the sink, before and after it did its work.</summary>
    [Theory]
    [InlineData(SinkFault.Fail)]
    [InlineData(SinkFault.DoThenFail)]
    public async Task No_value_of_a_person_leaves_an_import_that_fails_at_any_call(SinkFault fault)
    {
        var (call, runs) = (1, 0);
        FaultInjectingLedgerSink broken;
        do
        {
            broken = new(await OpenSinkAsync(), call, fault);
            await ImportAsync(broken);
            call += CallStep;
            runs++;
        }
        while (broken.IsFaultInjected && call < 200);

        Assert.False(broken.IsFaultInjected, $"No run got through in {call} calls.");
        AssertNothingLeaked(atLeastExceptions: runs - 2);
    }

    /// <summary>Hang at the first, the second, the third … call of the sink, and be cancelled.</summary>
    [Fact]
    public async Task No_value_of_a_person_leaves_an_import_that_hangs_at_any_call_until_it_is_cancelled()
    {
        var hung = 0;
        var isThrough = false;
        for (var hanging = 1; !isThrough && hanging < 200; hanging += CallStep)
        {
            using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var at = hanging;
            var sink = new FaultInjectingLedgerSink(await OpenSinkAsync(), at, SinkFault.HangUntilCancelled)
            {
                // The end of an import is always reported and does not hang: the cancellation is noticed after it.
                OnCall = call => CancelAt(call, at, cancelling),
            };
            isThrough = await ImportAsync(sink, cancelling: cancelling);
            hung += isThrough ? 0 : 1;
        }

        AssertNothingLeaked(atLeastExceptions: hung);
        Assert.True(hung >= 8 / CallStep, $"{hung} imports hung.");
    }

    /// <summary>A file that breaks off, a wrong file, a damaged plan, a lead without an identity.</summary>
    [Fact]
    public async Task No_value_of_a_person_leaves_an_import_whose_file_or_plan_is_damaged()
    {
        var watch = _watch;
        await using var services = Services(await OpenSinkAsync(), time: null, watch);
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

    /// <summary>Imports the marked export over a sink, undoes the import, and watches: any failure is examined and not thrown.</summary>
    /// <param name="sink">The sink.</param>
    /// <param name="time">The clock of the import; by default the machine's.</param>
    /// <param name="isUndone">Whether the import is undone at once; it is by default.</param>
    /// <param name="cancelling">Cancels the import, which is examined like a failure; by default only the test itself cancels it.</param>
    /// <returns>Whether the import succeeded.</returns>
    protected async Task<bool> ImportAsync(ILeadSink sink, TimeProvider? time = null, bool isUndone = true, CancellationTokenSource? cancelling = null)
    {
        var cancellation = cancelling?.Token ?? Cancellation;
        var isThrough = false;
        var watch = _watch;
        await using var services = Services(sink, time, watch);
        var importer = services.GetRequiredService<ISellsyImporter>();
        var history = services.GetRequiredService<IImportHistory>();
        var source = ImportSource.FromBytes(MarkedExport.FileName, MarkedExport.ToBytes());
        await watch.TryAsync(async () =>
        {
            var overview = await importer.OpenAsync(source, cancellation);
            var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, progress: watch.Progress, cancellationToken: cancellation);
            var report = await importer.AddAsync(source, plan, progress: watch.Progress, cancellationToken: cancellation);
            watch.Says(overview, plan, report, report.Counts, report.Import);
            await foreach (var row in importer.ReadReportAsync(source, report, cancellationToken: cancellation))
            {
                watch.Says(row, row.Preview, row.Preview.Lead, row.Preview.Owner, row.Preview.Row);
            }

            if (isUndone)
            {
                var undone = await history.UndoAsync(report.Import.ImportId, watch.Progress, cancellation);
                watch.Says([undone, .. undone.Exceptions]);
            }

            isThrough = true;
        });
        return isThrough;
    }

    /// <summary>Fails if a value of a person was found, or if fewer imports failed than the test caused.</summary>
    /// <param name="atLeastExceptions">The least number of exceptions that must have been examined.</param>
    protected void AssertNothingLeaked(int atLeastExceptions) => _watch.AssertNothingLeaked(atLeastExceptions);

    private static void CancelAt(SinkCall call, int number, CancellationTokenSource cancelling)
    {
        if (call.Number != number || call.IsDone)
        {
            return;
        }

        if (call.Method.StartsWith("End", StringComparison.Ordinal))
        {
            cancelling.Cancel();
        }
        else
        {
            _ = Task.Run(cancelling.Cancel, Cancellation);
        }
    }

    private static ServiceProvider Services(ILeadSink sink, TimeProvider? time, Watch watch)
    {
        var services = new ServiceCollection();
        services.AddSingleton(sink);
        services.AddSingleton(watch.Loggers);
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(Batches.Owner));
        services.AddSellsyImport(options =>
        {
            options.BatchSize = RowsPerBatch;
            options.KeepUnmappedColumns = true;
            options.ExistingLeads = ExistingLeadPolicy.Overwrite;
        });
        return services.BuildServiceProvider();
    }
}
