namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A field of Cadence.</summary>
internal sealed record FieldView(string Name, string Label, bool IsMandatory, bool IsList, string Group);
