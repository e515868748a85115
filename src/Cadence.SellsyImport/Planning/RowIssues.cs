using System.Globalization;

namespace Cadence.SellsyImport.Planning;

/// <summary>The issues of a row among the others and against what is in Cadence.</summary>
internal static class RowIssues
{
    public static ImportIssue Repeated(long row, long firstRow) => new(IssueCodes.ContactRepeated, IssueSeverity.Error)
    {
        Field = LeadFields.SellsyContactId.Name,
        Row = row,
        Arguments = [firstRow.ToString(CultureInfo.InvariantCulture)],
    };

    public static ImportIssue Active(long row, ExistingLead existing) => new(IssueCodes.AlreadyInCadence, IssueSeverity.Warning)
    {
        Row = row,
        Arguments = [string.Join(", ", existing.RunningCadences)],
    };

    public static ImportIssue Appeared(long row) => new(IssueCodes.AppearedSincePreview, IssueSeverity.Error)
    {
        Field = LeadFields.SellsyContactId.Name,
        Row = row,
    };
}
