using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Cadence.SellsyImport.Files;
using CsvHelper;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// Writes the file of rejected rows: the original records byte for byte, each followed by its status and reasons. The encoding, the separator
/// and the line ends are those of the original. Cells that a spreadsheet would run as a formula are guarded; the reader removes the guards
/// when the file is imported again.
/// </summary>
internal sealed class RejectedRowsWriter
{
    private const int PartSize = 1 << 20;

    private readonly char _separator;
    private readonly Stream _source;
    private readonly Stream _destination;
    private readonly ImmutableArray<ExportColumn> _columns;
    private readonly Func<RowStatus, string> _label;
    private readonly Func<ImportIssue, string> _issueText;
    private readonly Encoding _encoding;
    private readonly CodeUnits _units;
    private readonly RecordCopier _copier;
    private readonly CsvWriterOptions _options;
    private readonly byte[] _lineEnd;
    private byte[] _buffer = [];

    public RejectedRowsWriter(Stream source, Stream destination, ExportFormat format, ImmutableArray<ExportColumn> columns, Func<RowStatus, string> label, Func<ImportIssue, string> issueText)
    {
        var status = RejectedFile.StatusColumn(columns);
        _source = source;
        _destination = destination;
        _columns = status < 0 ? columns : columns[..status];
        (_label, _issueText) = (label, issueText);
        _encoding = FileEncoding.ForWriting(format);
        _separator = format.Separator;
        _units = CodeUnits.Of(format.Encoding);
        _copier = new(_units, format.Separator, isGuarded: status >= 0);
        var lineEnd = format.NewLine switch { NewLineStyle.Lf => "\n", NewLineStyle.Cr => "\r", _ => "\r\n" };
        _lineEnd = _encoding.GetBytes(lineEnd);
        _options = new() { Separator = format.Separator, Injection = CsvInjection.Escape, NewLine = lineEnd, ValidateFieldCount = false };
    }

    public async Task<long> WriteAsync(IAsyncEnumerable<ReportRow> rows, CancellationToken cancellationToken)
    {
        var output = new MemoryStream();
        output.Write(_encoding.GetPreamble());
        output.Write(Cells([.. _columns.Select(column => column.Heading), RejectedFile.StatusHeading, RejectedFile.ReasonHeading]));
        output.Write(_lineEnd);
        var written = 0L;
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (row.Outcome == RowOutcome.Error)
            {
                await CopyAsync(row.Preview.Row, output, cancellationToken).ConfigureAwait(false);
                _units.Write(output, _separator);
                output.Write(Cells(_label(row.Status), Reasons(row)));
                output.Write(_lineEnd);
                written++;
                await FlushAsync(output, cancellationToken).ConfigureAwait(false);
            }
        }

        await FlushAsync(output, cancellationToken).ConfigureAwait(false);
        return written;
    }

    private string Reasons(ReportRow row) =>
        string.Join(" | ", row.Issues.Where(issue => issue.Severity == IssueSeverity.Error || issue.Code is IssueCodes.CellCorrected or IssueCodes.RowReplaced).Select(_issueText));

    /// <summary>Copies the record of a row; a record that is longer than any valid record is copied in parts.</summary>
    private async Task CopyAsync(SellsyRow row, MemoryStream output, CancellationToken cancellationToken)
    {
        _source.Position = row.ByteOffset;
        if (row.ByteLength <= PartSize)
        {
            var record = await ReadAsync(row.ByteLength, cancellationToken).ConfigureAwait(false);
            _copier.Copy(record.Span, OwnCells(row), output);
            return;
        }

        _copier.Begin();
        for (var left = row.ByteLength; left > 0; left -= PartSize)
        {
            var part = await ReadAsync(Math.Min(left, PartSize), cancellationToken).ConfigureAwait(false);
            _copier.CopyPart(part.Span, output);
            await FlushAsync(output, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The cells before the status, of a row of a file of rejected rows: as many as its columns, if the row was not found to have others.</summary>
    private int OwnCells(SellsyRow row) =>
        row.Issues.FirstOrDefault(issue => issue.Code is IssueCodes.FieldCountDiffers or IssueCodes.FieldsMissing) is { Arguments: [var found, ..] }
            ? int.Parse(found, CultureInfo.InvariantCulture) - 2
            : _columns.Length;

    private async Task<ReadOnlyMemory<byte>> ReadAsync(long length, CancellationToken cancellationToken)
    {
        if (_buffer.Length < length)
        {
            _buffer = new byte[BitOperations.RoundUpToPowerOf2((uint)length)];
        }

        var bytes = _buffer.AsMemory(0, (int)length);
        await _source.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }

    private async Task FlushAsync(MemoryStream output, CancellationToken cancellationToken)
    {
        await _destination.WriteAsync(output.GetBuffer().AsMemory(0, (int)output.Length), cancellationToken).ConfigureAwait(false);
        output.SetLength(0);
    }

    /// <summary>Cells that are no part of the original, written and guarded by CsvHelper, in the encoding of the original.</summary>
    private byte[] Cells(params string[] cells)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = CsvWriter.Create(text, _options, leaveOpen: true))
        {
            writer.WriteRecord(cells);
        }

        return _encoding.GetBytes(text.ToString()[..^_options.NewLine.Length]);
    }
}
