using Cadence.SellsyImport;

namespace ConsoleImport.Hosting;

/// <summary>What the system says about a file, as an error of the library with its remedy.</summary>
internal static class FileErrors
{
    public static SellsyImportException Unreadable(string path, Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException
        ? new(ErrorCodes.FileNotFound, exception, path)
        : new(ErrorCodes.FileUnreadable, exception, path, "0");
}
