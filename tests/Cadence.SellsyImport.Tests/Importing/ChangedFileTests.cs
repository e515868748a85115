using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class ChangedFileTests
{
    private const string Refused = "contacts.csv is not the file of the preview, or has changed since. Make the preview again.";

    [Fact]
    public async Task A_file_of_equal_length_is_refused_by_pages_report_and_rejected_rows()
    {
        using var host = new ImportHost();
        var (source, other) = (ImportHost.Source(Export(3)), ImportHost.Source(Export(3).Replace("Anne", "Luce", StringComparison.Ordinal)));
        var plan = await host.PreviewAsync(source);
        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);
        using var rejected = new MemoryStream();

        await RefusesAsync(async () => await host.Importer.ReadPreviewAsync(other, plan, cancellationToken: ImportHost.Cancellation).CountAsync(ImportHost.Cancellation));
        await RefusesAsync(async () => await host.Importer.ReadReportAsync(other, report, cancellationToken: ImportHost.Cancellation).CountAsync(ImportHost.Cancellation));
        await RefusesAsync(() => host.Importer.WriteRejectedRowsAsync(other, report, rejected, ImportTexts.English, ImportHost.Cancellation));
        Assert.Equal(0, rejected.Length);
    }

    [Fact]
    public async Task A_page_is_compared_with_the_plan_and_the_rest_of_the_file_is_not_read()
    {
        var file = new TrackedSource(Encoding.UTF8.GetBytes(Export(80_000)));
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(file.Source);
        file.Bytes = Encoding.UTF8.GetBytes(Export(80_000, changedFrom: 70_000));
        var reads = 0;
        file.OnRead = () => reads++;

        var rows = await host.Importer.ReadPreviewAsync(file.Source, plan, cancellationToken: ImportHost.Cancellation).Take(20).ToListAsync(ImportHost.Cancellation);

        Assert.All(rows, row => Assert.Equal("Anne", row.Lead!.FirstName));
        Assert.InRange(reads, 1, 5);
        await RefusesAsync(async () => await host.Importer.ReadPreviewAsync(file.Source, plan, 75_000, ImportHost.Cancellation).Take(20).CountAsync(ImportHost.Cancellation));
    }

    [Fact]
    public async Task A_file_that_is_rewritten_while_it_is_added_ends_the_import_before_a_row_is_stored_that_was_not_previewed()
    {
        var bytes = Encoding.UTF8.GetBytes(Export(80_000));
        var sink = new InMemoryLedgerSink();
        using var host = new ImportHost(options => options.BatchSize = 1_000, sink: sink);
        var source = ImportSource.From("contacts.csv", _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes)));
        var plan = await host.PreviewAsync(source);
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (value.RowsAdded == 1_000)
            {
                Encoding.UTF8.GetBytes(Export(80_000, changedFrom: 1)).CopyTo(bytes, 0);
            }
        });

        await RefusesAsync(() => host.Importer.AddAsync(source, plan, progress: progress, cancellationToken: ImportHost.Cancellation));

        Assert.InRange(sink.Leads.Count, 1_000, 79_000);
        Assert.All(sink.Leads, lead => Assert.Equal("Anne", lead.Lead.FirstName));
        Encoding.UTF8.GetBytes(Export(80_000)).CopyTo(bytes, 0);
        var import = await host.History.ReadAsync(ImportHost.Cancellation).SingleAsync(ImportHost.Cancellation);
        var report = await host.History.ResumeAsync(import.Import.ImportId, source, cancellationToken: ImportHost.Cancellation);
        Assert.Equal(80_000, report.Counts.Added);
    }

    [Fact]
    public async Task A_file_that_is_rewritten_between_the_two_readings_of_a_preview_fails_it()
    {
        var bytes = Encoding.UTF8.GetBytes(Export(5_000, email: "no address"));
        var source = ImportSource.From("contacts.csv", _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes)));
        using var host = ReadingTwice(() => Encoding.UTF8.GetBytes(Export(5_000, email: "no address", changedFrom: 4_000)).CopyTo(bytes, 0));

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => host.PreviewAsync(source));

        Assert.Equal(
            "contacts.csv changed while it was read: from byte 131072 on it is not what was read before. Wait until nothing writes to it, then start again.",
            exception.Message);
        Assert.Equal(
            "contacts.csv a changé pendant la lecture : à partir de l'octet 131072, ce n'est plus ce qui a été lu avant. Attendez que plus rien n'y écrive, puis recommencez.",
            ImportTexts.French.ErrorText(exception.Code, exception.Arguments));
    }

    [Fact]
    public async Task Bytes_that_are_appended_during_a_preview_are_not_read_and_the_longer_file_is_refused()
    {
        var stream = new ChangingStream(Encoding.UTF8.GetBytes(Export(5_000, email: "no address")));
        var more = Encoding.UTF8.GetBytes("5001;Luce;Petit;Marie Durand;\r\n");
        using var host = ReadingTwice(() => stream.Append(more));
        var source = ImportSource.From("contacts.csv", _ => ValueTask.FromResult(stream.Open()));

        var plan = await host.PreviewAsync(source);

        Assert.Equal(5_000, plan.Rows);
        await RefusesAsync(() => host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));
        Assert.Equal(0, host.Sink.Batches);
    }

    [Fact]
    public async Task A_file_that_is_cut_during_a_preview_fails_it()
    {
        var stream = new ChangingStream(Encoding.UTF8.GetBytes(Export(5_000, email: "no address")));
        using var host = ReadingTwice(() => stream.Cut(140_000));
        var source = ImportSource.From("contacts.csv", _ => ValueTask.FromResult(stream.Open()));

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => host.PreviewAsync(source));

        Assert.Equal((ErrorCodes.FileChanged, "contacts.csv|140000"), (exception.Code, string.Join('|', exception.Arguments)));
    }

    /// <summary>A host whose mapper is its own: all rows are read again after the survey, when the file is changed.</summary>
    private static ImportHost ReadingTwice(Action change) => new(register: services =>
    {
        HookedResolver.Register(change)(services);
        services.AddSingleton<IFieldMapper>(new HostMapper());
    });

    private static async Task RefusesAsync(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<SellsyImportException>(call);
        Assert.Equal((ErrorCodes.PlanOfAnotherFile, Refused), (exception.Code, exception.Message));
    }

    private static string Export(int rows, string email = "", int changedFrom = int.MaxValue)
    {
        var csv = new StringBuilder("ID Sellsy;Prénom;Nom;Propriétaire;Email\r\n");
        for (var row = 1; row <= rows; row++)
        {
            csv.Append(row).Append(row < changedFrom ? ";Anne" : ";Luce").Append(";Petit;Marie Durand;").Append(email).Append("\r\n");
        }

        return csv.ToString();
    }

    private sealed class HostMapper : IFieldMapper
    {
        private readonly FieldMapper _mapper = new(Options.Create(new SellsyImportOptions()));

        public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample) => _mapper.Suggest(columns, sample);

        public MappedRow Map(SellsyRow row, FieldMapping mapping, ExportFacts facts) => _mapper.Map(row, mapping, facts);
    }
}
