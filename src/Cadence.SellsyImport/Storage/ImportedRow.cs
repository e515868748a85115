namespace Cadence.SellsyImport.Storage;

/// <summary>A row of an import that created or changed a lead.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Row">The one-based number of the row.</param>
public readonly record struct ImportedRow(string ImportId, long Row);
