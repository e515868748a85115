namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The result of looking up a call after its answer was lost.</summary>
/// <param name="IsStored">Whether it was done.</param>
/// <param name="Value">Its result, if it was done.</param>
internal readonly record struct Found<T>(bool IsStored, T? Value);
