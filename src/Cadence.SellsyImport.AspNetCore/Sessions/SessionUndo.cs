namespace Cadence.SellsyImport.AspNetCore.Sessions;

internal sealed record SessionUndo(long Removed, long Restored, long Kept, long Vanished, long Forgotten);
