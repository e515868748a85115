namespace Cadence.SellsyImport.AspNetCore.Sessions;

internal enum JobKind
{
    Preview,
    Add,
    Undo,
}
