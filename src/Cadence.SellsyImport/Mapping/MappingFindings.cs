using System.Globalization;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Creates the findings about columns that the suggestion leaves out. They say nothing about the mapping in use, which a person or a profile may have made. Positions
/// count from 0.
/// </summary>
internal static class MappingFindings
{
    public static ImportIssue Vetoed(MappingCandidate candidate) => new(IssueCodes.ColumnVetoed, IssueSeverity.Warning)
    {
        Field = candidate.Match.Field.Name,
        Column = candidate.Column.Heading,
        Arguments =
        [
            candidate.Column.Heading,
            Position(candidate.Column),
            Number(candidate.Sample.Contradicting),
            Number(candidate.Sample.Filled),
        ],
    };

    public static ImportIssue UncertainId(LeadField field, ExportColumn column) => new(IssueCodes.IdColumnUncertain, IssueSeverity.Warning)
    {
        Field = field.Name,
        Column = column.Heading,
        Arguments = [column.Heading, Position(column)],
    };

    public static ImportIssue Competing(MappingCandidate leftOut, ExportColumn used) => new(IssueCodes.ColumnsCompete, IssueSeverity.Warning)
    {
        Field = leftOut.Match.Field.Name,
        Column = leftOut.Column.Heading,
        Arguments = [leftOut.Column.Heading, Position(leftOut.Column), used.Heading, Position(used)],
    };

    private static string Position(ExportColumn column) => Number(column.Index);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
