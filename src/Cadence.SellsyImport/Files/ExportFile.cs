namespace Cadence.SellsyImport.Files;

/// <summary>Opens a file of the file system, and says what is wrong where it cannot.</summary>
internal static class ExportFile
{
    private const int UnbufferedSize = 0;

    public static Stream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new SellsyImportException(ErrorCodes.FileIsDirectory, path);
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, UnbufferedSize, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SellsyImportException(ErrorCodes.FileNotFound, exception, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SellsyImportException(ErrorCodes.FileUnreadable, exception, path, "0");
        }
    }
}
