using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Finds the one column that a heading means.</summary>
internal static class ColumnFinder
{
    public static ExportColumn Find(string fileName, ImmutableArray<ExportColumn> columns, string heading)
    {
        var exact = columns.Where(column => string.Equals(column.Heading, heading, StringComparison.Ordinal)).ToArray();
        var found = exact.Length > 0 ? exact : [.. columns.Where(column => TextFolding.Heading(column.Heading) == TextFolding.Heading(heading))];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new SellsyImportException(ErrorCodes.ColumnsNotFound, fileName, heading),
            _ => throw new SellsyImportException(ErrorCodes.ColumnAmbiguous, fileName, heading, string.Join(", ", found.Select(column => FormattableString.Invariant($"#{column.Index}")))),
        };
    }
}
