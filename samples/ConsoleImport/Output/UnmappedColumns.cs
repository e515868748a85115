using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>The columns that feed no field under the mapping that is used, without those that have neither heading nor value.</summary>
internal static class UnmappedColumns
{
    public static IReadOnlyList<ExportColumn> Of(ExportOverview overview, FieldMapping mapping) =>
    [
        .. overview.Columns.Where(column => !mapping.Columns.Contains(column.Index)
            && (overview.Suggestion.Unmapped.Contains(column) || overview.Suggestion.Mapping.Columns.Contains(column.Index))),
    ];
}
