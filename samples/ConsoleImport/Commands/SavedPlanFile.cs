using Cadence.SellsyImport;

namespace ConsoleImport.Commands;

/// <summary>The plan that one process saves and another one applies.</summary>
internal static class SavedPlanFile
{
    /// <exception cref="SellsyImportException">The file cannot be opened, or holds no plan.</exception>
    public static async Task<ImportPlan> LoadAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new SellsyImportException(ErrorCodes.FileIsDirectory, path);
        }

        try
        {
            await using var file = File.OpenRead(path);
            return await ImportPlan.LoadAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SellsyImportException(ErrorCodes.FileNotFound, exception, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SellsyImportException(ErrorCodes.FileUnreadable, exception, path, "0");
        }
    }
}
