namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>One of several values to choose from.</summary>
internal sealed record ChoiceView(string Value, string Label);
