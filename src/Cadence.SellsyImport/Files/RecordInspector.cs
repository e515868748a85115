using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Inspects the records that are not plain: several lines, another number of fields, misplaced quotes, or characters that no cell should
/// hold. Damage is reported, never repaired by a guess.
/// </summary>
internal sealed class RecordInspector(ExportLayout layout)
{
    /// <summary>With fewer columns, a line of a note has the field count of the file too easily.</summary>
    private const int FewestColumnsForEvidence = 4;

    /// <summary>Inspects a record.</summary>
    /// <param name="record">The record as the reader cut it.</param>
    /// <param name="csv">The reader, positioned on the record.</param>
    /// <param name="flaws">The flaws of the characters of the record and of what follows.</param>
    public RecordVerdict Inspect(in SuspectRecord record, CsvReader csv, ReadOnlySpan<CharacterIssue> flaws)
    {
        var firstLine = LineEnds.IndexOfFirst(record.Text);
        var issues = ImmutableArray.CreateBuilder<ImportIssue>();
        if (firstLine >= 0 && QuoteDamage(record, csv.FieldCount) is { } damage)
        {
            issues.Add(Error(record, damage, damage == IssueCodes.QuoteNotClosed ? Number(record.Line) : null));
            AddFlaws(record, firstLine, flaws, issues);
            return new(firstLine, issues.ToImmutable());
        }

        AddStructure(record, csv, issues);
        AddFlaws(record, record.Text.Length, flaws, issues);
        if (issues.Count == 0 || issues.All(issue => issue.Severity == IssueSeverity.Warning))
        {
            AddContent(record, csv, issues);
        }

        return new(record.Text.Length, issues.ToImmutable());
    }

    /// <summary>The issues of a row that a line break without quotes cut.</summary>
    public ImmutableArray<ImportIssue> IssuesOfCutRow(in SuspectRecord record, SplitRow row, ReadOnlySpan<CharacterIssue> flaws)
    {
        var issues = ImmutableArray.CreateBuilder<ImportIssue>();
        issues.Add(Error(record, IssueCodes.LineBreakNotQuoted, Number(record.Line + LineEnds.Count(record.Text[..row.Cell]))));
        AddFlaws(record, row.Length, flaws, issues);
        return issues.ToImmutable();
    }

    /// <summary>The issues of a single line that is longer than the limit; only its start was read.</summary>
    public ImmutableArray<ImportIssue> IssuesOfSkippedLine(long number, long line, CsvMalformedReason? quoting)
    {
        var record = new SuspectRecord { Number = number, Line = line, Position = 0, Text = default };
        var tooLong = Error(record, IssueCodes.RecordTooLong, Number(layout.MaxRecordBytes));
        return quoting is CsvMalformedReason.UnterminatedQuote ? [Error(record, IssueCodes.QuoteNotClosed, Number(line)), tooLong] : [tooLong];
    }

    /// <summary>The issue of a record of several lines if only its first line is damaged, or null if all the lines are one record.</summary>
    private string? QuoteDamage(in SuspectRecord record, int fieldCount)
    {
        if (record.Quoting is CsvMalformedReason.UnterminatedQuote || record.IsTooLong)
        {
            return IssueCodes.QuoteNotClosed;
        }

        if (record.Quoting is not null)
        {
            return IssueCodes.StrayQuote;
        }

        return fieldCount == layout.FieldCount ? QuoteDamageOfWholeRecord(record.Text) : QuoteDamageOfOtherCount(record.Text);
    }

    private string? QuoteDamageOfOtherCount(ReadOnlySpan<byte> text) =>
        layout.FieldCount > 1 && CountStandingAlone(text, out _, out var lastStands) + (lastStands ? 1 : 0) > 0 ? IssueCodes.StrayQuote : null;

    private string? QuoteDamageOfWholeRecord(ReadOnlySpan<byte> text)
    {
        if (layout.FieldCount == 1)
        {
            return null;
        }

        var standing = CountStandingAlone(text, out var between, out _);
        if (layout.FieldCount >= FewestColumnsForEvidence && standing > 0)
        {
            return IssueCodes.StrayQuote;
        }

        var first = text[..LineEnds.IndexOfFirst(text)];
        var last = text[(text.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)..];
        var endsStand = PhysicalLine.StandsAloneWithoutQuotes(first, layout) && PhysicalLine.StandsAloneWithoutQuotes(last, layout);
        var isEnough = layout.FieldCount >= FewestColumnsForEvidence || standing == between;
        return endsStand && isEnough ? IssueCodes.StrayQuote : null;
    }

    /// <summary>Counts the lines between the first and the last that are rows by themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountStandingAlone(ReadOnlySpan<byte> text, out int between, out bool lastStands)
    {
        var standing = 0;
        between = -1;
        lastStands = false;
        var isFirst = true;
        while (true)
        {
            var end = LineEnds.IndexOfFirst(text);
            var line = end < 0 ? text : text[..end];
            if (!line.Trim(BlankCharacters).IsEmpty || end < 0)
            {
                lastStands = !isFirst && PhysicalLine.StandsAlone(line, layout);
                between++;
                standing += lastStands && end >= 0 ? 1 : 0;
            }

            if (end < 0)
            {
                between--;
                return standing;
            }

            isFirst = false;
            text = text[(end + LineEnds.LengthAtStart(text[end..]))..];
        }
    }

    private void AddStructure(in SuspectRecord record, CsvReader csv, ImmutableArray<ImportIssue>.Builder issues)
    {
        if (record.IsTooLong)
        {
            issues.Add(Error(record, IssueCodes.RecordTooLong, Number(layout.MaxRecordBytes)));
        }
        else if (record.Quoting is CsvMalformedReason.UnterminatedQuote)
        {
            issues.Add(Error(record, IssueCodes.QuoteNotClosed, Number(record.Line)));
        }
        else if (record.Quoting is not null)
        {
            issues.Add(Error(record, IssueCodes.StrayQuote));
        }

        var status = layout.MisplacedStatus(csv);
        if (!record.IsTooLong && (csv.FieldCount != layout.FieldCount || status >= 0))
        {
            var isCompleted = record.IsShortRow && issues.Count == 0 && (!record.IsSuspect || layout.FieldCount >= FewestColumnsForEvidence);
            var (found, expected) = status < 0
                ? (Number(csv.FieldCount), Number(layout.FieldCount))
                : (Number(status + 2), Number(layout.HeadedCount));
            issues.Add(isCompleted
                ? Warning(record, IssueCodes.FieldsMissing, found, expected)
                : Error(record, IssueCodes.FieldCountDiffers, found, expected));
        }
        else if (issues.Count == 0 && layout.FilledLengthBehindHeadings(csv) is > 0 and var length)
        {
            issues.Add(Error(record, IssueCodes.FieldCountDiffers, Number(length), Number(layout.HeadedCount)));
        }
        else if (record.IsSuspect && issues.Count == 0 && !IsCredible(record.Text))
        {
            issues.Add(Error(record, IssueCodes.StrayQuote));
        }
    }

    /// <summary>Whether a line after a stray quote can be taken for a row although it may be the rest of a note.</summary>
    private bool IsCredible(ReadOnlySpan<byte> text) =>
        layout.FieldCount >= FewestColumnsForEvidence
        || (layout.IdColumn >= 0 && PhysicalLine.StandsAlone(text, layout));

    private void AddFlaws(in SuspectRecord record, int length, ReadOnlySpan<CharacterIssue> flaws, ImmutableArray<ImportIssue>.Builder issues)
    {
        var end = record.Position + length;
        var reported = 0;
        foreach (var flaw in flaws)
        {
            if (flaw.Position >= end)
            {
                break;
            }

            var kind = 1 << (int)flaw.Kind;
            if (flaw.Position >= record.Position && (reported & kind) == 0)
            {
                reported |= kind;
                issues.Add(flaw.Kind switch
                {
                    CharacterIssueKind.ControlCharacter => Error(record, IssueCodes.ControlCharacter, flaw.Detail),
                    CharacterIssueKind.Undecodable => Error(record, IssueCodes.BytesUndecodable, Number(flaw.SourceOffset), flaw.Detail, flaw.CodePages),
                    CharacterIssueKind.Doubtful => Warning(record, IssueCodes.EncodingDoubtful, flaw.Detail, flaw.CodePages),
                    CharacterIssueKind.DecodedControl => Warning(record, IssueCodes.ControlCharacterRead, flaw.Detail),
                    CharacterIssueKind.EncodingChanges => Warning(record, IssueCodes.EncodingChanges, Number(flaw.SourceOffset), flaw.Detail),
                    _ => Warning(record, IssueCodes.CharactersLost),
                });
            }
        }
    }

    private void AddContent(in SuspectRecord record, CsvReader csv, ImmutableArray<ImportIssue>.Builder issues)
    {
        if (AllCells(csv, static (cell, _) => cell.Trim(BlankCharacters).IsEmpty))
        {
            issues.Add(Error(record, IssueCodes.RowEmpty));
        }
        else if (layout.EmbeddedHeadingDetector.AreRepeated(csv))
        {
            issues.Add(Error(record, IssueCodes.HeadingsRepeated));
        }
        else if (record.OtherHeadingsLine > 0 || layout.EmbeddedHeadingDetector.AreOthers(csv))
        {
            issues.Add(Error(record, IssueCodes.HeadingsChange, Number(record.OtherHeadingsLine > 0 ? record.OtherHeadingsLine : record.Line)));
        }

        for (var index = 0; index < csv.FieldCount && record.Text.Length > layout.MaxCellLength; index++)
        {
            var length = Utf8Counting.CodeUnits(csv.GetSpan(index));
            if (length > layout.MaxCellLength)
            {
                issues.Add(Error(record, IssueCodes.CellTooLong, Number(length), Number(layout.MaxCellLength)));
                return;
            }
        }
    }

    private delegate bool CellTest(ReadOnlySpan<byte> cell, int index);

    private static ReadOnlySpan<byte> BlankCharacters => " \t\r\n"u8;

    private static bool AllCells(CsvReader csv, CellTest test)
    {
        for (var index = 0; index < csv.FieldCount; index++)
        {
            if (!test(csv.GetSpan(index), index))
            {
                return false;
            }
        }

        return true;
    }

    private static ImportIssue Error(in SuspectRecord record, string code, params ReadOnlySpan<string?> arguments) =>
        Issue(record, code, IssueSeverity.Error, arguments);

    private static ImportIssue Warning(in SuspectRecord record, string code, params ReadOnlySpan<string?> arguments) =>
        Issue(record, code, IssueSeverity.Warning, arguments);

    private static ImportIssue Issue(in SuspectRecord record, string code, IssueSeverity severity, ReadOnlySpan<string?> arguments)
    {
        var given = ImmutableArray.CreateBuilder<string>(arguments.Length);
        foreach (var argument in arguments)
        {
            if (argument is not null)
            {
                given.Add(argument);
            }
        }

        return new(code, severity) { Row = record.Number, Arguments = given.ToImmutable() };
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
