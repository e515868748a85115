namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A job with how far it has come.</summary>
internal sealed record JobView(
    string Kind, string State, long Rows, long TotalRows, long Added, long Errors, double? RowsPerSecond, double? SecondsLeft, ProblemView? Problem);
