namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A value of a lead with its label.</summary>
internal sealed record LabelledText(string Label, string Text);
