namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A row of the table.</summary>
internal record RowView(
    long Number, string Name, string Company, string Title, string Email, string Owner, string Status, string StatusLabel, bool CanBeTicked, bool Ticked,
    bool IsProvisional, string Reason);
