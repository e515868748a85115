using System.Globalization;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>Reports which date columns were read day first because nothing in them decides.</summary>
internal static class DateFindings
{
    public static IEnumerable<ImportIssue> Of(FieldMapping mapping, ExportFacts facts)
    {
        foreach (var assignment in mapping.Assignments)
        {
            if (assignment.Column is { } column && facts.DateColumns.TryGetValue(column.Index, out var dates) && dates.IsAssumed)
            {
                yield return new(IssueCodes.DateOrderAssumed, IssueSeverity.Warning)
                {
                    Field = assignment.Field.Name,
                    Column = column.Heading,
                    Arguments = [dates.Undecided.ToString(CultureInfo.InvariantCulture)],
                };
            }
        }
    }
}
