namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>How far a piece of work has come.</summary>
internal sealed record SessionProgress(string Token, DateTimeOffset At, long Rows, long Added, long Errors, double Share);
