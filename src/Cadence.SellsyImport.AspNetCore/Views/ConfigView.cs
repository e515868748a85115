namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What the page has to know before anything is uploaded.</summary>
internal sealed record ConfigView(
    string Title, string? Logo, long MaxFileBytes, int ChunkBytes, bool CanUpdate, bool CanUndo, bool HasHistory, string Accept,
    IReadOnlyList<UserView> Users, IReadOnlyList<FieldView> Fields, IReadOnlyList<ChoiceView> Policies, ReadingChoicesView Choices);
