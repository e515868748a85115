namespace ConsoleImport.Hosting;

/// <summary>What the process answers.</summary>
internal static class ExitCodes
{
    /// <summary>Done; rows in error are in the counts.</summary>
    public const int Done = 0;

    /// <summary>The file, the mapping or the database cannot be used.</summary>
    public const int Unusable = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Cancelled by Ctrl-C.</summary>
    public const int Cancelled = 130;
}
