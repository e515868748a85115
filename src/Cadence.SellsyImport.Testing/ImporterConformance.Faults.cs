using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Faults at every call, concurrent importers, and repeated imports of the same file.
public abstract partial class ImporterConformance
{
    private const int RowsOfFault = 14;

    /// <summary>
    /// Each call of the sink is disturbed once. The store then has exactly the batches before that call, and a second call of the import completes it
    /// with the same leads and the same report as an undisturbed import.
    /// </summary>
    [Theory]
    [InlineData(SinkFault.Fail, false)]
    [InlineData(SinkFault.Fail, true)]
    [InlineData(SinkFault.DoThenFail, false)]
    [InlineData(SinkFault.DoThenFail, true)]
    [InlineData(SinkFault.HangUntilCancelled, false)]
    public async Task An_import_disturbed_at_any_call_is_completed_by_calling_it_again(SinkFault fault, bool staysBroken)
    {
        var import = new RandomImport(1)
        {
            Policy = ExistingLeadPolicy.Overwrite,
            Repeated = RepeatedContacts.FirstWins,
            BatchSize = 2,
            File = RandomImport.EachOnce(RowsOfFault),
        };
        var undisturbed = await UndisturbedAsync(import);

        // An import always reports its end, without cancellation, so the last call cannot hang.
        var last = fault == SinkFault.HangUntilCancelled ? undisturbed.Calls - 1 : undisturbed.Calls;
        Assert.InRange(last, 10, 100);
        for (var call = 1; call <= last; call += CallStep)
        {
            await RenewStoreAsync();
            await RestoreAsync(import, undisturbed);
            var sink = new FaultInjectingLedgerSink(await OpenSinkAsync(), call, fault) { StaysBroken = staysBroken };
            await FailAsync(import, sink);
            await AssertBetweenBatchesAsync(import, undisturbed);
            await AssertCompletedAsync(import, undisturbed, $"{fault} at call {call}, {sink.DisturbedCall}", isSameReport: !(fault == SinkFault.DoThenFail && call == last));
        }
    }

    /// <summary>The same with random cases, with merged, refused and repeated rows.</summary>
    [Fact]
    public Task A_random_import_broken_off_anywhere_is_completed_by_calling_it_again() => HoldsAsync(async import =>
    {
        var undisturbed = await UndisturbedAsync(import);
        for (var call = 1; call < undisturbed.Calls; call += CallStep)
        {
            await RenewStoreAsync();
            await RestoreAsync(import, undisturbed);
            await FailAsync(import, new FaultInjectingLedgerSink(await OpenSinkAsync(), call, SinkFault.DoThenFail) { StaysBroken = true });
            await AssertCompletedAsync(import, undisturbed, $"call {call}", isSameReport: true);
        }
    });

    /// <summary>
    /// An import is interrupted before its first batch, previewed again after changes, and interrupted in its second batch. The resumed import does
    /// what the second preview said of every row.
    /// </summary>
    [Fact]
    public Task An_import_without_a_batch_that_is_previewed_again_follows_the_new_preview_to_its_end() => HoldsAsync(async import =>
    {
        await using var host = await HostAsync(import);
        var undisturbed = new FaultInjectingLedgerSink(await OpenSinkAsync(), 0);
        await using (var counting = new ImportHost(undisturbed, import))
        {
            await counting.PreviewAsync(import.File);
        }

        // The call after those of the preview starts the import.
        var start = undisturbed.Calls + 1;
        await FailAsync(import, new(await OpenSinkAsync(), start, SinkFault.DoThenFail) { StaysBroken = true });
        await ChangeSomeAsync(import);
        var plan = await host.PreviewAsync(import.File);
        var rows = await host.RowsAsync(import.File, plan);
        var before = await LeadsAsync();
        var writing = new FaultInjectingLedgerSink(await OpenSinkAsync(), 4, SinkFault.DoThenFail) { StaysBroken = true };
        await using (var second = new ImportHost(writing, import))
        {
            await second.Importer.AddAsync(import.File, plan, cancellationToken: Cancellation).ContinueWith(
                adding => Assert.True(adding.IsCompletedSuccessfully || adding.Exception?.InnerException is InjectedFaultException),
                TaskScheduler.Default);
        }

        var stopped = (await HistoryAsync()).Single(one => one.Import.FileHash == plan.FileHash);
        if (stopped.State == ImportState.Finished)
        {
            return;
        }

        var report = await host.History.ResumeAsync(stopped.Import.ImportId, import.File, cancellationToken: Cancellation);

        AssertOutcomes(import, rows, report, changed: []);
        AssertValues(import, rows, report, before, await LeadsAsync());
    });

    /// <summary>The same file by four processes at once: the leads of one import.</summary>
    [Fact]
    public async Task Four_importers_of_one_file_at_once_make_the_leads_of_one_import()
    {
        var import = new RandomImport(4) { Policy = ExistingLeadPolicy.FillBlanks, BatchSize = 2, File = RandomImport.EachOnce(RowsOfFault) };
        var undisturbed = await UndisturbedAsync(import);
        await RenewStoreAsync();
        await RestoreAsync(import, undisturbed);

        var reports = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => Task.Run(() => ImportUntilFreeAsync(import), Cancellation)));

        Assert.Equal(undisturbed.After, await TextsAsync());
        Assert.All(reports, report => Assert.True(report.Counts.IsBalanced));
        var imports = (await HistoryAsync()).Where(one => one.Import.FileName == import.File.Name).ToList();
        Assert.All(imports, one => Assert.Equal(ImportState.Finished, one.State));
        Assert.Equal(
            (undisturbed.Counts.Added, undisturbed.Counts.Updated),
            (imports.Sum(one => one.Counts.Added), imports.Sum(one => one.Counts.Updated)));
    }

    /// <summary>The same file ten times: the leads of one import, and nothing is written after the first.</summary>
    [Fact]
    public Task A_file_imported_ten_times_makes_the_leads_of_one_import() => HoldsAsync(async import =>
    {
        await using var host = await HostAsync(import);
        await host.ImportAsync(import.File, Cancellation);
        var leads = (await LeadsAsync()).Values.Select(LeadSnapshot.ToJson).Order(StringComparer.Ordinal).ToArray();

        for (var time = 2; time <= 10; time++)
        {
            var report = await host.ImportAsync(import.File, Cancellation);
            Assert.Equal((0L, 0L), (report.Counts.Added, report.Counts.Updated));
        }

        Assert.Equal(leads, (await LeadsAsync()).Values.Select(LeadSnapshot.ToJson).Order(StringComparer.Ordinal));
    });

    /// <summary>The result of an undisturbed import, and its number of calls.</summary>
    private async Task<Undisturbed> UndisturbedAsync(RandomImport import)
    {
        await RenewStoreAsync();
        await RestoreAsync(import, null);
        var before = await TextsAsync();
        var sink = new FaultInjectingLedgerSink(await OpenSinkAsync(), 0);
        await using var host = new ImportHost(sink, import);
        var report = await host.ImportAsync(import.File, Cancellation);
        var calls = sink.Calls;
        return new(calls, before, await TextsAsync(), report.Counts, await host.TextAsync(import.File, report));
    }

    /// <summary>Fills a new store with the leads that exist before the case.</summary>
    private async Task RestoreAsync(RandomImport import, Undisturbed? undisturbed)
    {
        await using var host = await HostAsync(import);
        await host.ImportAsync(import.Before, Cancellation);
        if (undisturbed is not null)
        {
            Assert.Equal(undisturbed.Before, await TextsAsync());
        }
    }

    private static async Task FailAsync(RandomImport import, FaultInjectingLedgerSink sink)
    {
        await using var host = new ImportHost(sink, import);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var importing = Task.Run(() => host.ImportAsync(import.File, stopping.Token), Cancellation);
        while (!importing.IsCompleted && !sink.IsFaultInjected)
        {
            await Task.Yield();
        }

        if (sink.Fault == SinkFault.HangUntilCancelled)
        {
            await stopping.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => importing);
        }
        else
        {
            await Assert.ThrowsAsync<InjectedFaultException>(() => importing);
        }
    }

    /// <summary>Rows before the position to continue from are written, those after it are not; the ledger says the same.</summary>
    private async Task AssertBetweenBatchesAsync(RandomImport import, Undisturbed undisturbed)
    {
        var stopped = (await HistoryAsync()).Find(one => one.Import.FileName == import.File.Name);
        var written = (int)(stopped?.Next?.Number - 1 ?? 0);
        Assert.Equal(written, stopped?.Counts.Read ?? 0);
        var leads = await LeadsAsync();
        foreach (var (id, index) in RandomImport.Ids.Select((id, index) => (id, index)).Take(RowsOfFault))
        {
            var expected = (index < written ? undisturbed.After : undisturbed.Before).SingleOrDefault(lead => lead.Contains(id, StringComparison.Ordinal));
            Assert.Equal(expected, leads.TryGetValue(id, out var lead) ? FullLeads.Text(lead) : null);
        }
    }

    /// <summary>A second call of the import completes it.</summary>
    /// <param name="import">The import.</param>
    /// <param name="undisturbed">The expected result.</param>
    /// <param name="disturbance">What happened before.</param>
    /// <param name="isSameReport">
    /// Whether the report is the same as well. If only the answer to the import's end was lost, the import was finished, and another import of
    /// the same file finds nothing to change.
    /// </param>
    private async Task AssertCompletedAsync(RandomImport import, Undisturbed undisturbed, string disturbance, bool isSameReport)
    {
        await using var host = await HostAsync(import);
        var report = await host.ImportAsync(import.File, Cancellation);
        var (leads, reported) = (await TextsAsync(), await host.TextAsync(import.File, report));
        Assert.True(undisturbed.After.AsSpan().SequenceEqual(leads), $"Other leads than those of an undisturbed import: {disturbance}.");
        var imports = (await HistoryAsync()).Where(one => one.Import.FileName == import.File.Name).ToList();
        Assert.All(imports, one => Assert.Equal(ImportState.Finished, one.State));
        Assert.Equal(undisturbed.Counts, imports[^1].Counts);
        if (isSameReport)
        {
            Assert.Single(imports);
            Assert.Equal([disturbance, .. undisturbed.Report], [disturbance, .. reported]);
        }
        else
        {
            Assert.Equal((0L, 0L), (report.Counts.Added, report.Counts.Updated));
        }
    }

    private async Task<ImportReport> ImportUntilFreeAsync(RandomImport import)
    {
        await using var host = await HostAsync(import);
        while (true)
        {
            try
            {
                return await host.ImportAsync(import.File, Cancellation);
            }
            catch (SellsyImportException exception)
                when (exception.Code is ErrorCodes.ImportIsRunning or ErrorCodes.ImportInterrupted or ErrorCodes.ImportFinished)
            {
                // Another import wrote since the preview, so that a new preview is needed.
                await Task.Yield();
            }
        }
    }

    private sealed record Undisturbed(int Calls, string[] Before, string[] After, ImportCounts Counts, string[] Report);
}
