using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>Columns and sampled rows, written as a person would write a small file.</summary>
internal static class SampleFile
{
    public static ImmutableArray<ExportColumn> Columns(params IEnumerable<string> headings) =>
        [.. headings.Select((heading, index) => new ExportColumn(index, heading))];

    public static ImmutableArray<SellsyRow> Rows(params IReadOnlyList<string[]> values)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var columns = new ColumnSelection(Enumerable.Range(0, values[0].Length));
        return [.. values.Select((row, index) => new SellsyRow(index + 1, new(index + 2, index + 2), columns, row))];
    }
}
