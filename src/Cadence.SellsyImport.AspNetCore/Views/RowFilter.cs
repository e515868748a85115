namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Which rows are shown; an empty text does not matter.</summary>
internal sealed record RowFilter(string Status, string Code, string Owner, string Text)
{
    public bool IsEmpty => (Status, Code, Owner, Text) is ("", "", "", "");
}
