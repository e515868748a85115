using System.Globalization;

namespace Cadence.SellsyImport.Planning;

/// <summary>Says which date columns were read day first because nothing in them decides.</summary>
internal static class DateFindings
{
    public static IEnumerable<ImportIssue> Of(FieldMapping mapping, ExportFacts facts) =>
        from assignment in mapping.Assignments
        where assignment.Column is not null && facts.DateColumns.TryGetValue(assignment.Column.Index, out var dates) && dates.IsAssumed
        select new ImportIssue(IssueCodes.DateOrderAssumed, IssueSeverity.Warning)
        {
            Field = assignment.Field.Name,
            Column = assignment.Column.Heading,
            Arguments = [facts.DateColumns[assignment.Column.Index].Undecided.ToString(CultureInfo.InvariantCulture)],
        };
}
