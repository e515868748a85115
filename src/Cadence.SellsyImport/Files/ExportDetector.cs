using System.Collections.Immutable;
using System.Globalization;

namespace Cadence.SellsyImport.Files;

/// <summary>Finds out what a file is from its start: kind, encoding, separator, headings. What a person chose is not detected.</summary>
internal sealed class ExportDetector(string fileName, SellsyImportOptions options, KnownHeadings known, ReadingOverrides overrides)
{
    private const long MostBytesForEncoding = 16 * 1024 * 1024;

    public async ValueTask<DetectedExport> DetectAsync(SourceWindow window, CancellationToken cancellationToken)
    {
        await window.FillAsync(cancellationToken).ConfigureAwait(false);
        if (FileKinds.Recognise(window.Bytes.Span) is { } kind)
        {
            throw new SellsyImportException(ErrorCodes.FileOfAnotherKind, fileName, kind);
        }

        var encoding = await DetectEncodingAsync(window, cancellationToken).ConfigureAwait(false);
        using var blocks = new BlockReader(window, encoding, options.MaxRecordBytes);
        var block = await blocks.ReadAsync(encoding.MarkLength, 0, cancellationToken).ConfigureAwait(false);
        if (block.Text.Span.Trim(" \t\r\n\0"u8).IsEmpty && block.IsLast)
        {
            throw new SellsyImportException(ErrorCodes.FileEmpty, fileName);
        }

        return Detect(block, encoding);
    }

    /// <summary>Looks on until the lines decide, so that a late first accent is not a surprise.</summary>
    private async ValueTask<EncodingFinding> DetectEncodingAsync(SourceWindow window, CancellationToken cancellationToken)
    {
        if ((overrides.Encoding is { } chosen ? Chosen(chosen, window.Bytes.Span) : EncodingDetector.Detect(window.Bytes.Span)) is { } finding)
        {
            return finding;
        }

        var evidence = new EncodingEvidence();
        evidence.Add(window.Bytes.Span);
        while (!evidence.IsEnough && !window.IsAtEnd && window.Offset < MostBytesForEncoding)
        {
            var whole = LineEnds.LengthOfWholeLines(window.Bytes.Span);
            window.MoveTo(window.Offset + (whole > 0 ? whole : window.Bytes.Length));
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
            evidence.Add(window.Bytes.Span);
        }

        return evidence.ToFinding();
    }

    /// <summary>The encoding that a person chose, behind its byte order mark if the file has one.</summary>
    private static EncodingFinding Chosen(string name, ReadOnlySpan<byte> start)
    {
        var encoding = TextEncoding.Find(name)!;
        var length = ByteOrderMark.Find(start) is { } mark && mark.Encoding.UnitSize == encoding.UnitSize ? mark.Length : 0;
        return new(encoding, length, 0, 0) { IsChosen = true };
    }

    private DetectedExport Detect(TextBlock block, EncodingFinding encoding)
    {
        var declared = SeparatorDetector.Declared(block.Text.Span);
        var start = overrides.HeadingRow is { } row ? StartOfLine(block.Text.Span, row) : declared?.Length ?? 0;
        var firstLine = overrides.HeadingRow ?? (declared is null ? 1 : 2);
        var detector = new SeparatorDetector(new HeadingDetector(known, overrides.HeadingRow));
        var (separator, records, headings) = detector.Detect(block, overrides.Separator ?? declared?.Separator, firstLine, start);
        var damage = new HeadingDamage(known);
        var damaged = overrides.HeadingRow is null
            ? damage.FindLine(block.Text, separator, records, headings)
            : HeadingDamage.FindQuote(block.Text, separator, records, headings);
        if (damaged > 0)
        {
            throw new SellsyImportException(ErrorCodes.HeadingsDamaged, fileName, Number(damaged));
        }

        if (headings is null)
        {
            throw new SellsyImportException(ErrorCodes.HeadingsNotFound, fileName);
        }

        var columns = headings.Headings.Select((heading, index) => new ExportColumn(index, heading)).ToImmutableArray();
        if (columns.Length > options.MaxColumns)
        {
            throw new SellsyImportException(ErrorCodes.TooManyColumns, fileName, Number(columns.Length), Number(options.MaxColumns));
        }

        if (ForeignPrograms.Recognise(headings.Headings) is { } program)
        {
            throw new SellsyImportException(ErrorCodes.ExportOfAnotherProgram, fileName, program);
        }

        if (ForeignExports.Recognise(headings.Headings) is { } export)
        {
            throw new SellsyImportException(ErrorCodes.ExportOfAnotherKind, fileName, export);
        }

        var status = RejectedFile.StatusColumn(columns);
        var layout = Layout(block, encoding, separator, headings, records) with
        {
            StatusColumn = status,
            HeadedCount = status < 0 ? headings.HeadedCount : status + 2,
            IdColumn = known.ContactIdIn(headings.Headings),
            KnownHeadings = known,
        };
        return new(layout, Format(block, encoding, declared, separator, records, headings), columns);
    }

    private ExportLayout Layout(TextBlock block, EncodingFinding encoding, char separator, HeadingRow headings, List<SampleRecord> records)
    {
        var (record, last) = (records[headings.Index], records[headings.LastIndex]);
        var next = last.End + LineEnds.LengthAtStart(block.Text.Span[last.End..]);
        return new()
        {
            FileName = fileName,
            Encoding = encoding,
            Separator = (byte)separator,
            FieldCount = headings.FieldCount,
            HeadedCount = headings.HeadedCount,
            HeadingCells = headings.IsOnTwoRecords ? [] : HeadingCells(block, record, separator),
            LineEnd = block.Text[last.End..next].ToArray(),
            FirstRow = new(1, last.Lines.Last + (next > last.End ? 1 : 0), block.SourceOffsetOf(next)),
            MaxRecordBytes = options.MaxRecordBytes,
            MaxCellLength = options.MaxCellLength,
            CompletesShortRows = overrides.ShortRows == ShortRows.Blank,
        };
    }

    /// <summary>The byte at which a physical line starts; the end of the text if it has fewer lines.</summary>
    private static int StartOfLine(ReadOnlySpan<byte> text, int line)
    {
        var start = 0;
        for (; line > 1 && start < text.Length; line--)
        {
            var end = LineEnds.IndexOfFirst(text[start..]);
            start = end < 0 ? text.Length : start + end + LineEnds.LengthAtStart(text[(start + end)..]);
        }

        return start;
    }

    private ExportFormat Format(
        TextBlock block,
        EncodingFinding encoding,
        (char Separator, int Length)? declared,
        char separator,
        List<SampleRecord> records,
        HeadingRow headings)
    {
        return new()
        {
            Encoding = encoding.Encoding.Name,
            HasByteOrderMark = encoding.MarkLength > 0,
            Separator = separator,
            NewLine = NewLines(block.Text.Span, records),
            Family = HeadingFamilies.Of(headings.Headings),
            HeadingLines = new(headings.FirstLine, records[headings.LastIndex].Lines.Last),
            Findings = [.. FormatFindings.Of(overrides, encoding, declared is not null, separator, records, headings)],
        };
    }

    private static byte[][] HeadingCells(TextBlock block, SampleRecord record, char separator)
    {
        using var csv = CsvHelper.CsvReader.Create(block.Text[record.Start..record.End], CsvDialect.Of(separator));
        csv.Read();
        var cells = new byte[csv.FieldCount][];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = csv.GetSpan(index).ToArray();
        }

        return cells;
    }

    private static NewLineStyle NewLines(ReadOnlySpan<byte> text, List<SampleRecord> records)
    {
        var style = NewLineStyle.None;
        foreach (var record in records)
        {
            var found = text[record.End..] switch
            {
                [(byte)'\r', (byte)'\n', ..] => NewLineStyle.CrLf,
                [(byte)'\n', ..] => NewLineStyle.Lf,
                [(byte)'\r', ..] => NewLineStyle.Cr,
                _ => NewLineStyle.None,
            };
            style = found == NewLineStyle.None || found == style ? style : style == NewLineStyle.None ? found : NewLineStyle.Mixed;
        }

        return style;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
