using System.Text;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>The source of a stream that can be read once. Run alone, because the files that the process has open are counted.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class StreamSourceTests
{
    private const int Rows = 20_000;

    private static readonly byte[] Export = Encoding.UTF8.GetBytes(
        "ID Sellsy;Prénom;Nom;Propriétaire\r\n" + string.Concat(Enumerable.Range(1, Rows).Select(row => $"{row};Anne;Petit;Marie Durand\r\n")));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_that_is_read_once_goes_through_every_call_and_its_copy_is_deleted_with_the_source()
    {
        using var host = new ImportHost();
        await using var body = new FaultInjectingStream(new MemoryStream(Export)) { AllowSeeking = false };
        using (var source = await ImportSource.FromStreamAsync("contacts.csv", body, Cancellation))
        {
            Assert.Equal(1, Copies());
            var report = await host.ImportAsync(source);
            Assert.Equal(new ImportCounts(Rows, Rows, 0, 0, 0, 0), report.Counts);
            Assert.Equal(Rows, await host.Importer.ReadReportAsync(source, report, cancellationToken: Cancellation).CountAsync(Cancellation));
            Assert.Equal(("contacts.csv", null), (report.Import.FileName, report.Import.FileLocation));
            Assert.Equal(1, Copies());
        }

        Assert.Equal(0, Copies());
        Assert.True(body.CanRead, "The stream stays the caller's.");
    }

    [Fact]
    public async Task Calls_at_once_read_the_same_copy_each_at_its_own_place()
    {
        using var host = new ImportHost();
        using var source = await ImportSource.FromStreamAsync("contacts.csv", new MemoryStream(Export), Cancellation);

        var plans = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.PreviewAsync(source)));

        Assert.All(plans, plan => Assert.Equal((new(Rows, 0, 0), plans[0].FileHash), (plan.Counts, plan.FileHash)));
    }

    [Fact]
    public async Task A_call_that_runs_when_the_source_is_disposed_reads_to_its_end_and_a_later_one_is_refused()
    {
        using var host = new ImportHost();
        var source = await ImportSource.FromStreamAsync("contacts.csv", new MemoryStream(Export), Cancellation);
        var plan = await host.PreviewAsync(source);
        var rows = host.Importer.ReadPreviewAsync(source, plan, cancellationToken: Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await rows.MoveNextAsync());

        source.Dispose();

        Assert.Equal(1, Copies());
        var read = 1;
        while (await rows.MoveNextAsync())
        {
            read++;
        }

        Assert.Equal(Rows, read);
        await rows.DisposeAsync();
        Assert.Equal(0, Copies());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.Importer.OpenAsync(source, Cancellation));
        source.Dispose();
    }

    [Fact]
    public async Task It_is_read_from_where_it_stands()
    {
        using var host = new ImportHost();
        using var stream = new MemoryStream([.. "--boundary\r\n"u8, .. Export]) { Position = 12 };
        using var source = await ImportSource.FromStreamAsync("contacts.csv", stream, Cancellation);

        Assert.Equal(Rows, (await host.PreviewAsync(source)).Rows);
    }

    [Fact]
    public async Task A_stream_that_breaks_or_is_cancelled_leaves_no_copy()
    {
        await using var breaking = new FaultInjectingStream(new MemoryStream(Export)) { AllowSeeking = false, FailAfterBytes = 1_000 };
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        var broken = await Assert.ThrowsAsync<SellsyImportException>(() => ImportSource.FromStreamAsync("contacts.csv", breaking, Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportSource.FromStreamAsync("contacts.csv", new MemoryStream(Export), stopping.Token));

        Assert.Equal(ErrorCodes.FileUnreadable, broken.Code);
        Assert.Equal(0, Copies());
    }

    [Fact]
    public async Task Other_sources_have_nothing_to_dispose()
    {
        using var host = new ImportHost();
        var source = ImportSource.FromBytes("contacts.csv", Export);
        source.Dispose();

        Assert.Equal(Rows, (await host.PreviewAsync(source)).Rows);
        await Assert.ThrowsAsync<ArgumentNullException>(() => ImportSource.FromStreamAsync("contacts.csv", null!, Cancellation));
    }

    private static int Copies() => SpooledCopyTests.Copies();
}
