namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>The exit codes of the process: done (rows in error are in the counts), an unusable file or database, a wrong command line, or Ctrl-C.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Unusable = 1;
    public const int WrongUsage = 2;
    public const int Cancelled = 130;
}
