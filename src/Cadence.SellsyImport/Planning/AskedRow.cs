namespace Cadence.SellsyImport.Planning;

/// <summary>A row whose contact is still to be looked for in Cadence.</summary>
internal readonly record struct AskedRow(long Row, Lead Lead, CadenceUser Owner);
