using System.Diagnostics;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary>
/// The report of an import, completed or resumed: the text for people, the rejected rows, the statuses, the JSON. Its files
/// are opened before anything is written to the database, so that an unwritable one is refused in time.
/// </summary>
internal sealed class ImportAccount(ConsoleContext context)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly OutputFile? _statuses = context.OpenOutput(Options.Statuses);
    private readonly OutputFile? _rejected = context.OpenOutput(Options.Report);

    public async Task GiveAsync(ISellsyImporter importer, ImportSource source, ExportOverview overview, ImportReport report)
    {
        ReportView.Show(context.Display, report, context.Database.Name);
        if (_rejected is not null)
        {
            var rows = 0L;
            await _rejected.WriteAsync(async stream =>
                rows = await importer.WriteRejectedRowsAsync(source, report, stream, Library, context.Cancellation));
            context.Display.Line(Say($"Lignes rejetées écrites dans {_rejected.Path} : {rows}", $"Rejected rows written to {_rejected.Path}: {rows}"));
        }

        if (_statuses is not null)
        {
            var rows = importer.ReadReportAsync(source, report, cancellationToken: context.Cancellation);
            await _statuses.WriteAsync(stream => StatusesFile.WriteAsync(stream, rows, report.Plan));
            context.Display.Line(Say($"Statut de chaque ligne écrit dans {_statuses.Path}", $"Status of every row written to {_statuses.Path}"));
        }

        if (context.IsJson)
        {
            var answer = JsonParts.Plan(report.Plan, overview, report.Counts.Read, JsonParts.Counts(report.Counts), report.Issues);
            answer["importId"] = report.Import.ImportId;
            answer["elapsedMs"] = _clock.ElapsedMilliseconds;
            answer["existing"] = JsonParts.Existing(report.Plan);
            answer["resumedAtRow"] = report.ResumedAtRow;
            if (context.Get(Options.JsonRows) is { } count)
            {
                var rows = importer.ReadReportAsync(source, report, cancellationToken: context.Cancellation).Take(count);
                answer["rowDetails"] = await JsonParts.RowsAsync(rows.Select(row => (row.Preview, Words.Of(row.Outcome), row.Issues)), report.Plan.Mapping, context.Cancellation);
            }

            JsonAnswer.Write(answer);
        }
    }
}
