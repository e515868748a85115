using System.Collections.Immutable;
using System.Globalization;

namespace Cadence.SellsyImport.Files;

/// <summary>Reports what was found out about the bytes of a file, each with its evidence, and what a person chose instead.</summary>
internal static class FormatFindings
{
    public static IEnumerable<ImportIssue> Of(
        ReadingOverrides overrides, EncodingFinding encoding, bool isDeclared, char separator, List<SampleRecord> records, HeadingRow headings)
    {
        if (overrides.ConcernReader)
        {
            var shortRows = overrides.ShortRows == ShortRows.Blank ? $"{overrides.ShortRows}" : "";
            yield return Finding(IssueCodes.ReadingChosen, overrides.Encoding ?? "", $"{overrides.Separator}", $"{overrides.HeadingRow}", shortRows);
        }

        if (encoding.MarkLength == 0 && !encoding.IsChosen)
        {
            yield return Finding(IssueCodes.EncodingFound, encoding.Encoding.Name, Number(encoding.LinesFor), Number(encoding.LinesAgainst));
        }

        if (overrides.Separator is null)
        {
            yield return isDeclared
                ? Finding(IssueCodes.SeparatorDeclared, separator.ToString())
                : Finding(IssueCodes.SeparatorFound, separator.ToString(), Number(headings.Agreeing), Number(records.Count - headings.LastIndex - 1));
        }

        var linesBefore = headings.FirstLine - 1 - (isDeclared ? 1 : 0);
        if (linesBefore > 0)
        {
            yield return Finding(IssueCodes.LinesBeforeHeadings, Number(linesBefore));
        }

        foreach (var finding in OfHeadings(records, headings))
        {
            yield return finding;
        }
    }

    private static IEnumerable<ImportIssue> OfHeadings(List<SampleRecord> records, HeadingRow headings)
    {
        if (headings.IsOnTwoRecords)
        {
            yield return Finding(IssueCodes.HeadingsOnTwoLines, Number(headings.FirstLine), Number(records[headings.Index].Lines.Last));
        }

        if (headings.LastIndex > headings.Index)
        {
            var (first, last) = (records[headings.Index + 1].Lines.First, records[headings.LastIndex].Lines.Last);
            yield return Finding(IssueCodes.HeadingLinesBelow, Number(first), Number(last));
        }

        if (headings.HeadedCount < headings.FieldCount)
        {
            yield return Finding(IssueCodes.TrailingSeparators, Number(headings.FieldCount - headings.HeadedCount));
        }

        foreach (var group in headings.Headings.Where(heading => heading.Length > 0).GroupBy(heading => heading).Where(group => group.Count() > 1))
        {
            yield return Finding(IssueCodes.HeadingRepeated, group.Key, Number(group.Count()));
        }

        foreach (var finding in HeadingFindings.Of(headings.Headings))
        {
            yield return finding;
        }
    }

    private static ImportIssue Finding(string code, params ImmutableArray<string> arguments) =>
        new(code, IssueSeverity.Warning) { Arguments = arguments };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
