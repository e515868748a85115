namespace Cadence.SellsyImport.PostgreSql;

/// <summary>What was found of a call whose answer was lost.</summary>
/// <param name="IsStored">Whether it was done.</param>
/// <param name="Value">Its result, where it was.</param>
internal readonly record struct Found<T>(bool IsStored, T? Value);
