namespace Cadence.SellsyImport.Testing.Generation;

internal enum DamageKind
{
    None,
    MissingQuote,
    StrayQuote,
    ShortRow,
}
