using System.Collections.Immutable;
using System.Xml;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Excel;

/// <summary>
/// A sheet as CSV text, rendered while it is read: UTF-8 with its mark, <c>;</c> between fields, one line for each row of the sheet, also for
/// those that are blank. Not thread-safe.
/// </summary>
internal sealed class WorkbookStream : Stream, IConvertedStream
{
    private const int BlockSize = 64 * 1024;
    private const int MostFirstRows = 64;
    private const int MostFirstBytes = 4 << 20;

    private readonly Stream _file;
    private readonly long _mostBytes;
    private readonly RowLines _lines = new();
    private readonly SheetFindings _findings;
    private readonly WorkbookPackage _package;
    private readonly SharedStrings _strings;
    private readonly SheetReader _sheet;
    private readonly RowText _row;
    private readonly RenderedText _text = new();
    private bool _hasStarted;
    private bool _isAtEnd;
    private int _width;
    private int _lastRow;

    private WorkbookStream(Stream file, WorkbookPackage package, ExcelSourceOptions options)
    {
        (_file, _package, _mostBytes, _row) = (file, package, options.MaxUnpackedBytes, new(package));
        var part = Workbook.PartOf(package);
        WorkbookKind.Check(package, part);
        var workbook = Workbook.Read(package, part);
        var sheet = workbook.Find(options.Sheet, package.FileName);
        _findings = new() { Sheets = FindingOf(workbook, sheet) };
        var formats = NumberFormats.Read(package, workbook.Styles);
        _strings = SharedStrings.Read(package, workbook.SharedStrings);
        try
        {
            _sheet = new(package, sheet.Part, _strings, formats, workbook.CountsFrom1904, _findings);
        }
        catch
        {
            _strings.Dispose();
            throw;
        }
    }

    public ImmutableArray<ImportIssue> Findings => _findings.All;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens a workbook up to the first row of its sheet.</summary>
    /// <exception cref="SellsyImportException">The file is no workbook that can be read.</exception>
    public static ValueTask<Stream> OpenAsync(
        string name, Func<CancellationToken, ValueTask<Stream>> open, ExcelSourceOptions options, CancellationToken cancellationToken) =>
        OpenAsync<Stream>(name, open, options, (file, package) => new WorkbookStream(file, package, options), cancellationToken);

    /// <summary>The names of the sheets that a person sees, in their order.</summary>
    /// <exception cref="SellsyImportException">The file is no workbook that can be read.</exception>
    public static ValueTask<ImmutableArray<string>> ReadSheetsAsync(
        string name, Func<CancellationToken, ValueTask<Stream>> open, ExcelSourceOptions options, CancellationToken cancellationToken) =>
        OpenAsync(
            name,
            open,
            options,
            (file, package) =>
            {
                using (file)
                using (package)
                {
                    var part = Workbook.PartOf(package);
                    WorkbookKind.Check(package, part);
                    return Workbook.Read(package, part).Sheets.Where(sheet => sheet.IsVisible).Select(sheet => sheet.Name).ToImmutableArray();
                }
            },
            cancellationToken);

    private static async ValueTask<T> OpenAsync<T>(
        string name,
        Func<CancellationToken, ValueTask<Stream>> open,
        ExcelSourceOptions options,
        Func<Stream, WorkbookPackage, T> read,
        CancellationToken cancellationToken)
    {
        var file = await open(cancellationToken).ConfigureAwait(false);
        WorkbookPackage? package = null;
        try
        {
            if (!file.CanSeek)
            {
                var copy = await SpooledStream.CreateAsync(file, name, cancellationToken).ConfigureAwait(false);
                var copied = file;
                file = copy;
                await copied.DisposeAsync().ConfigureAwait(false);
            }

            WorkbookKind.Check(file, name);
            package = new(file, name, options, cancellationToken);
            return read(file, package);
        }
        catch (Exception exception)
        {
            package?.Dispose();
            await file.DisposeAsync().ConfigureAwait(false);
            if (ErrorOf(exception, name, package?.Part) is { } error)
            {
                throw error;
            }

            throw;
        }
    }

    public long OriginalLineOf(long line) => _lines.RowOf(line);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            if (_text.IsRead && !_isAtEnd)
            {
                Render();
            }

            return _text.Read(buffer);
        }
        catch (Exception exception) when (ErrorOf(exception, _package.FileName, _package.Part) is { } error)
        {
            throw error;
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _package.Cancellation = cancellationToken;
        return new(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _sheet.Dispose();
            _strings.Dispose();
            _package.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private static ImportIssue? FindingOf(Workbook workbook, WorkbookSheet read)
    {
        var others = workbook.Sheets.Where(sheet => sheet != read).Select(sheet => sheet.Name).ToArray();
        return others.Length > 0 ? SheetFindings.Finding(IssueCodes.SheetChosen, read.Name, string.Join(", ", others)) : null;
    }

    /// <summary>The typed error for what a damaged workbook or a failing disk causes; null for everything else.</summary>
    private static SellsyImportException? ErrorOf(Exception exception, string name, string? part) => exception switch
    {
        XmlException or InvalidDataException or EndOfStreamException => new(ErrorCodes.WorkbookDamaged, exception, name, part ?? ""),
        IOException => new(ErrorCodes.FileUnreadable, exception, name, "0"),
        _ => null,
    };

    private void Render()
    {
        _text.Clear();
        if (!_hasStarted)
        {
            _hasStarted = true;
            RenderFirstRows();
        }

        while (!_isAtEnd && _text.Length < BlockSize)
        {
            if (_sheet.Read(_row))
            {
                Render(_sheet.Row, _row.Text, _row.Fields, _row.LineEndsWithin);
            }
            else
            {
                _isAtEnd = true;
            }
        }

        if (_text.Written > _mostBytes)
        {
            throw _package.TooLarge(_text.Written, _mostBytes, "text");
        }
    }

    /// <summary>The first rows, among them the headings, show how many fields a row has at least.</summary>
    private void RenderFirstRows()
    {
        var rows = new List<(int Row, byte[] Text, int Fields, int LineEndsWithin)>();
        for (var bytes = 0; rows.Count < MostFirstRows && bytes < MostFirstBytes && _sheet.Read(_row); bytes += _row.Text.Length)
        {
            rows.Add((_sheet.Row, _row.Text.ToArray(), _row.Fields, _row.LineEndsWithin));
            _width = Math.Max(_width, _row.Fields);
        }

        _text.Append("\uFEFF"u8);
        foreach (var (row, text, fields, lineEndsWithin) in rows)
        {
            Render(row, text, fields, lineEndsWithin);
        }
    }

    private void Render(int row, ReadOnlySpan<byte> text, int fields, int lineEndsWithin)
    {
        for (; _lastRow < row - 1; _lastRow++)
        {
            _text.Append("\r\n"u8);
        }

        _lastRow = row;
        _text.Append(text);
        _text.Fill(RowText.Separator, fields == 0 ? 0 : Math.Max(0, _width - fields));
        _text.Append("\r\n"u8);
        if (lineEndsWithin > 0)
        {
            _lines.Add(row, lineEndsWithin);
        }
    }
}
