namespace Cadence.SellsyImport.AspNetCore.Sessions;

internal enum JobState
{
    Running,
    Done,
    Failed,
    Cancelled,
}
