namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What can be chosen in the place of what was detected.</summary>
internal sealed record ReadingChoicesView(IReadOnlyList<ChoiceView> Encodings, IReadOnlyList<ChoiceView> Separators, IReadOnlyList<ChoiceView> ShortRows);
