using System.Diagnostics;
using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary>
/// The account of an import, whether it ran through or was resumed: what people see, the rejected rows, the statuses, the JSON. It is opened
/// before anything is written to the database, so that a file that cannot be written is told in time.
/// </summary>
internal sealed class ImportAccount : IDisposable
{
    private readonly ConsoleContext _context;
    private readonly OutputFile? _rejected;
    private readonly OutputFile? _statuses;

    private ImportAccount(ConsoleContext context, OutputFile? rejected, OutputFile? statuses)
    {
        _context = context;
        _rejected = rejected;
        _statuses = statuses;
    }

    /// <exception cref="SellsyImportException">One of its files cannot be written.</exception>
    public static ImportAccount Open(ConsoleContext context)
    {
        var statuses = OutputFile.OpenOptional(context.Options.Statuses);
        try
        {
            return new(context, OutputFile.OpenOptional(context.Options.Report), statuses);
        }
        catch
        {
            statuses?.Dispose();
            throw;
        }
    }

    public async Task TellAsync(ISellsyImporter importer, ImportSource source, ExportOverview overview, ImportReport report, Stopwatch clock)
    {
        _context.HasImported = true;
        new ReportPresenter(_context.Display, _context.Texts).Show(report, _context.Database.Name);
        if (_rejected is not null)
        {
            await WriteRejectedAsync(_rejected, importer, source, report);
        }

        if (_statuses is not null)
        {
            await WriteStatusesAsync(_statuses, importer, source, report);
        }

        if (_context.Options.Json)
        {
            WriteJson(overview, report, clock.ElapsedMilliseconds);
        }
    }

    public void Dispose()
    {
        _rejected?.Dispose();
        _statuses?.Dispose();
    }

    private async Task WriteRejectedAsync(OutputFile rejected, ISellsyImporter importer, ImportSource source, ImportReport report)
    {
        var rows = 0L;
        await rejected.WriteAsync(async stream =>
            rows = await importer.WriteRejectedRowsAsync(source, report, stream, _context.Library, _context.Cancellation));
        _context.Display.Line(_context.Texts.RejectedWritten(rows, rejected.Path));
    }

    private async Task WriteStatusesAsync(OutputFile statuses, ISellsyImporter importer, ImportSource source, ImportReport report)
    {
        var rows = importer.ReadReportAsync(source, report, cancellationToken: _context.Cancellation);
        await statuses.WriteAsync(stream => StatusesFile.WriteAsync(stream, rows, report.Plan, _context.Cancellation));
        _context.Display.Line(_context.Texts.StatusesWritten(statuses.Path));
    }

    private void WriteJson(ExportOverview overview, ImportReport report, long elapsedMilliseconds)
    {
        JsonAnswer.Write(writer =>
        {
            writer.WritePlan(report.Plan, overview, _context.Library);
            writer.WriteCounts(report.Counts);
            writer.WriteIssues(FileFindings.Counted(report.Issues, report.Plan));
            writer.WriteString("importId", report.Import.ImportId);
            writer.WriteNumber("elapsedMs", elapsedMilliseconds);
            writer.WriteExisting(report.Plan);
            writer.WriteOptionalNumber("resumedAtRow", report.ResumedAtRow);
        });
    }
}
