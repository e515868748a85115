using System.Text;
using Cadence.SellsyImport.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class SourceStreamsTests
{
    private const int Rows = 24_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_fails_because_the_caller_gave_up_is_a_cancellation(bool canSeek)
    {
        using var host = new ImportHost();
        using var stopping = new CancellationTokenSource();
        var tracked = new TrackedSource("ID Sellsy;Prénom;Propriétaire\r\n1;Anne;Marie Durand\r\n"u8.ToArray())
        {
            OnRead = () =>
            {
                stopping.Cancel();
                throw new IOException("The request was given up.");
            },
        };
        Task<ImportSource> source = canSeek
            ? Task.FromResult(tracked.Source)
            : ImportSource.FromStreamAsync("contacts.csv", await tracked.Source.OpenAsync(ImportHost.Cancellation), stopping.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await host.Importer.OpenAsync(await source, cancellationToken: stopping.Token));
    }

    [Fact]
    public async Task A_form_file_whose_streams_share_one_position_goes_through_every_call()
    {
        await using var body = new FileBufferingReadStream(new MemoryStream(Export()), memoryThreshold: 30 * 1024);
        await body.DrainAsync(ImportHost.Cancellation);
        var file = new FormFile(body, 0, body.Length, "file", "contacts.csv");
        Assert.InRange(file.Length, 600_000, 2_000_000);

        await CallEverythingAsync(ImportSource.From(file.FileName, _ => ValueTask.FromResult(file.OpenReadStream())), () => { });
    }

    [Fact]
    public async Task Each_call_opens_one_stream_and_disposes_it()
    {
        var file = new TrackedSource(Export());
        var calls = 0;

        await CallEverythingAsync(file.Source, () =>
        {
            calls++;
            Assert.Equal((calls, 0, 1), (file.Opened, file.Open, file.MostOpen));
        });

        Assert.Equal(12, calls);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_opened_once_in_each_call_too()
    {
        var bytes = Export();
        var open = 0;
        var calls = 0;

        await CallEverythingAsync(
            ImportSource.From("contacts.csv", _ =>
            {
                open++;
                return ValueTask.FromResult<Stream>(new FaultInjectingStream(new MemoryStream(bytes)) { AllowSeeking = false });
            }),
            () => Assert.Equal(++calls, open));

        Assert.Equal(12, calls);
    }

    [Fact]
    public async Task A_preview_that_fails_leaves_no_stream_open()
    {
        var file = new TrackedSource(Export());
        using var host = new ImportHost(register: HookedResolver.Register(() => throw new InjectedFaultException("As the test asked.")));
        var overview = await host.Importer.OpenAsync(file.Source, ImportHost.Cancellation);

        await Assert.ThrowsAsync<InjectedFaultException>(
            () => host.Importer.PreviewAsync(file.Source, overview.Suggestion.Mapping, cancellationToken: ImportHost.Cancellation));

        Assert.Equal((2, 0, 1), (file.Opened, file.Open, file.MostOpen));
    }

    [Fact]
    public async Task A_preview_that_is_cancelled_leaves_no_stream_open()
    {
        using var stopping = new CancellationTokenSource();
        var file = new TrackedSource(Export());
        using var host = new ImportHost();
        var overview = await host.Importer.OpenAsync(file.Source, ImportHost.Cancellation);
        var reads = 0;
        file.OnRead = () =>
        {
            if (++reads == 4)
            {
                stopping.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Importer.PreviewAsync(file.Source, overview.Suggestion.Mapping, cancellationToken: stopping.Token));

        Assert.Equal((2, 0, 1), (file.Opened, file.Open, file.MostOpen));
    }

    private static async Task CallEverythingAsync(ImportSource source, Action called)
    {
        var cancellation = ImportHost.Cancellation;
        using var host = new ImportHost(
            options => (options.RepeatedContacts, options.ExistingLeads, options.BatchSize) = (RepeatedContacts.Merge, ExistingLeadPolicy.FillBlanks, 2_000),
            sink: new InMemoryLedgerSink());
        var importer = host.Importer;

        var mapping = (await importer.OpenAsync(source, cancellation)).Suggestion.Mapping;
        called();
        Assert.Equal(30, (await importer.PreviewFirstRowsAsync(source, mapping, 30, cancellationToken: cancellation)).Length);
        called();
        var plan = await importer.PreviewAsync(source, mapping, cancellationToken: cancellation);
        called();
        Assert.Equal(new StatusCounts(Rows - 24, 0, 24), plan.Counts);
        Assert.Equal(Rows, await importer.ReadPreviewAsync(source, plan, cancellationToken: cancellation).CountAsync(cancellation));
        called();

        var importId = await InterruptAsync(importer, host.History, source, plan);
        called();
        var report = await host.History.ResumeAsync(importId, source, cancellationToken: cancellation);
        called();
        Assert.Equal((Rows, 24), (report.Counts.Read, report.Counts.Errors));
        Assert.Equal(Rows, await importer.ReadReportAsync(source, report, cancellationToken: cancellation).CountAsync(cancellation));
        called();
        using var rejected = new MemoryStream();
        Assert.Equal(24, await importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.English, cancellation));
        called();

        // Now all leads are there: the leads of several rows are sought by a second reading.
        var later = (await importer.PreviewAsync(source, mapping, cancellationToken: cancellation)).WithExistingLeads(ExistingLeadPolicy.Overwrite);
        called();
        var pages = await importer.ReadPreviewAsync(source, later, Rows - 10, cancellation).CountAsync(cancellation);
        called();
        Assert.Equal(11, pages);
        Assert.Equal(Rows, await importer.ReadPreviewAsync(source, later, cancellationToken: cancellation).CountAsync(cancellation));
        called();
        Assert.Equal(Rows, (await importer.AddAsync(source, later, cancellationToken: cancellation)).Counts.Read);
        called();
    }

    private static async Task<string> InterruptAsync(ISellsyImporter importer, IImportHistory history, ImportSource source, ImportPlan plan)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ImportHost.Cancellation);
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (value.RowsAdded >= 4_000)
            {
                stopping.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => importer.AddAsync(source, plan, progress: progress, cancellationToken: stopping.Token));
        return (await history.ReadAsync(ImportHost.Cancellation).SingleAsync(ImportHost.Cancellation)).Import.ImportId;
    }

    /// <summary>Every thousandth row has no first name, and the last row completes the first one.</summary>
    private static byte[] Export()
    {
        var csv = new StringBuilder("ID Sellsy;Prénom;Nom;Propriétaire;Fonction\r\n");
        for (var row = 1; row < Rows; row++)
        {
            csv.Append(row).Append(';').Append(row % 1_000 == 500 ? "" : "Anne").Append(";Petit;Marie Durand;\r\n");
        }

        return Encoding.UTF8.GetBytes(csv.Append("1;Anne;Petit;Marie Durand;Directrice\r\n").ToString());
    }
}
