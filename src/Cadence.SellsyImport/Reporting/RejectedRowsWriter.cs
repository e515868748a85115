using System.Collections.Immutable;
using CsvHelper;

namespace Cadence.SellsyImport.Reporting;

/// <summary>
/// Writes the file of rejected rows with the separator and the encoding of the original. A cell that a spreadsheet would run as a formula
/// is written behind an apostrophe.
/// </summary>
internal sealed class RejectedRowsWriter(ExportFormat format, ImmutableArray<ExportColumn> columns, ImportTexts texts)
{
    private const string StatusHeading = "Statut";
    private const string ReasonHeading = "Raison";

    public async Task<long> WriteAsync(IAsyncEnumerable<ReportRow> rows, Stream destination, CancellationToken cancellationToken)
    {
        var encoding = FileEncoding.ForWriting(format);
        var text = new StreamWriter(destination, encoding, bufferSize: -1, leaveOpen: true);
        await using (text.ConfigureAwait(false))
        {
            var options = new CsvWriterOptions { Separator = format.Separator, Injection = CsvInjection.Escape };
            using var writer = CsvWriter.Create(text, options, leaveOpen: true);
            writer.WriteRecord([.. columns.Select(column => column.Heading), StatusHeading, ReasonHeading]);
            var written = 0L;
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (row.Outcome == RowOutcome.Error)
                {
                    await writer.WriteRecordAsync(Record(row), cancellationToken).ConfigureAwait(false);
                    written++;
                }
            }

            return written;
        }
    }

    /// <summary>A damaged record has no cells to be trusted: it stands whole, as it was, in the first cell.</summary>
    private string[] Record(ReportRow row)
    {
        var record = new string[columns.Length + 2];
        Array.Fill(record, "");
        if (row.Preview.Row is { IsDamaged: true, RawText: { } raw })
        {
            record[0] = raw;
        }
        else
        {
            for (var i = 0; i < columns.Length; i++)
            {
                record[i] = row.Preview.Row[columns[i].Index];
            }
        }

        record[^2] = texts.Label(RowStatus.Error);
        record[^1] = string.Join(" | ", row.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(texts.IssueText));
        return record;
    }
}
