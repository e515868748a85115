namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Why a column was suggested for a field.</summary>
internal sealed record SuggestionView(string Field, int Column, string Evidence, string Text);
