using System.Text;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>Within one call of the importer or of the history, a sink is never called twice at once.</summary>
public sealed class ExclusiveSinkTests
{
    private const int Rows = 6_000;

    private readonly InMemoryLedgerSink _store = new();
    private readonly ExclusiveSink<InMemoryLedgerSink> _sink;

    public ExclusiveSinkTests() => _sink = new(_store);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RepeatedContacts.FirstWins)]
    [InlineData(RepeatedContacts.Merge)]
    public async Task A_ledger_is_never_called_twice_at_once_by_previews_pages_imports_resumptions_and_undos(RepeatedContacts repeated)
    {
        using var host = new ImportHost(
            options => (options.RepeatedContacts, options.ExistingLeads, options.BatchSize) = (repeated, ExistingLeadPolicy.Overwrite, 500), sink: _sink);
        var source = Export("Petit");
        var first = await ImportAsync(host, source);

        // One that stops, is shown by a preview, and continues; then one that changes leads, and undos of both, the earlier one first.
        var changed = Export("Grand");
        await InterruptAsync(host, changed);
        Assert.NotNull((await host.PreviewAsync(changed)).Interrupted);
        var second = await ImportAsync(host, changed);
        Assert.NotNull(second.ResumedAtRow);
        Assert.Equal(Rows, await host.Importer.ReadReportAsync(changed, second, cancellationToken: Cancellation).CountAsync(Cancellation));
        Assert.Equal(2, await host.History.ReadAsync(Cancellation).CountAsync(Cancellation));
        var undone = await host.History.UndoAsync(first.Import.ImportId, cancellationToken: Cancellation);
        Assert.NotEmpty(undone.Exceptions);
        Assert.Equal([second.Import.ImportId], undone.LaterImports);
        await host.History.UndoAsync(second.Import.ImportId, cancellationToken: Cancellation);
        await InterruptAsync(host, source);
        var last = (await host.History.ReadAsync(new ImportFilter { States = [ImportState.Interrupted] }, Cancellation).FirstAsync(Cancellation)).Import.ImportId;
        await host.History.EndAsync(last, Cancellation);
        Assert.Equal(2, await host.History.ForgetAsync("7", cancellationToken: Cancellation));
        await _store.StartAsync(new(new("other", "f", "h", "m", DateTimeOffset.UnixEpoch), "p", new byte[] { 1 }, new("t", "elsewhere", TimeSpan.FromDays(1))), Cancellation);
        Assert.True(await host.History.RequestCancelAsync("other", cancellationToken: Cancellation));
        await _sink.ReplacePlanAsync("other", new byte[] { 1 }, default, Cancellation);
        Assert.Equal(3, await host.History.PurgeAsync(DateTimeOffset.MaxValue, Cancellation));

        Assert.Empty(_sink.Overlaps);
        var methods = typeof(IUndoLedger).GetInterfaces().Append(typeof(IUndoLedger)).SelectMany(one => one.GetMethods()).Select(method => method.Name).Distinct();
        Assert.Equal(methods.Where(name => name != nameof(IImportLedger.WriteAsync)).Order(StringComparer.Ordinal), _sink.Called.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_check_notices_a_call_within_another()
    {
        await _sink.StartAsync(new(new("i", "f", "h", "m", DateTimeOffset.UnixEpoch), "p", new byte[] { 1 }, new("t", "h", TimeSpan.FromMinutes(1))), Cancellation);
        await foreach (var import in _sink.ReadImportsAsync(cancellationToken: Cancellation))
        {
            await _sink.FindImportAsync(import.Import.ImportId, Cancellation);
        }

        Assert.Equal(["FindImportAsync within ReadImportsAsync"], _sink.Overlaps);
    }

    private static async Task<ImportReport> ImportAsync(ImportHost host, ImportSource source)
    {
        var plan = await host.PreviewAsync(source);
        Assert.Equal(Rows, await host.Importer.ReadPreviewAsync(source, plan, cancellationToken: Cancellation).CountAsync(Cancellation));
        return await host.Importer.AddAsync(source, plan, cancellationToken: Cancellation);
    }

    private static async Task InterruptAsync(ImportHost host, ImportSource source)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (value.Stage == ImportStage.Adding && value.RowsRead >= 2_000)
            {
                stopping.Cancel();
            }
        });
        var plan = await host.PreviewAsync(source);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Importer.AddAsync(source, plan, progress: progress, cancellationToken: stopping.Token));
    }

    /// <summary>Contacts of which every hundredth stands on a second row.</summary>
    private static ImportSource Export(string lastName)
    {
        var csv = new StringBuilder("ID Sellsy;Prénom;Nom;Propriétaire;Fonction\r\n");
        for (var row = 1; row <= Rows; row++)
        {
            csv.Append(row % 100 == 0 ? row - 50 : row).Append(";Anne;").Append(lastName).Append(";Marie Durand;").Append(row % 100 == 0 ? "Directrice" : "").Append("\r\n");
        }

        return ImportHost.Source(csv.ToString());
    }
}
