using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>The id of a row's contact, as far as the row has one to show.</summary>
internal static class ContactId
{
    public static string Of(PreviewRow row, FieldMapping mapping)
    {
        if (row.Lead is { } lead)
        {
            return lead.SellsyContactId;
        }

        return mapping.Find(LeadFields.SellsyContactId)?.Column is { } column && row.Row.Columns.Contains(column.Index)
            ? row.Row[column.Index].Trim()
            : "";
    }
}
