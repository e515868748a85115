using Cadence.SellsyImport;

namespace ConsoleImport.Hosting;

/// <summary>
/// The FILE of the command line as a source that can be read several times. A pipe gives its bytes once, so they are kept in a temporary
/// file, which is deleted when this is disposed.
/// </summary>
internal sealed class SourceFile(ImportSource source, DirectoryInfo? folder = null) : IDisposable
{
    public ImportSource Source => source;

    public static async Task<SourceFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        await using var pipe = OpenPipe(path);
        if (pipe is null)
        {
            return new(ImportSource.FromFile(path));
        }

        // Only this user can look into the folder: the file holds people's data.
        var folder = Directory.CreateTempSubdirectory("console-import-");
        try
        {
            var copy = Path.Combine(folder.FullName, "export.csv");
            await using var kept = new FileStream(copy, FileMode.CreateNew, FileAccess.Write);
            await pipe.CopyToAsync(kept, cancellationToken);
            return new(ImportSource.From(Path.GetFileName(path), _ => ValueTask.FromResult<Stream>(File.OpenRead(copy))), folder);
        }
        catch (Exception exception)
        {
            folder.Delete(recursive: true);
            throw exception is IOException ? new SellsyImportException(ErrorCodes.FileUnreadable, exception, path, "0") : exception;
        }
    }

    public void Dispose() => folder?.Delete(recursive: true);

    /// <summary>The stream of a pipe; null for a file, and for what cannot be opened, which the library reports.</summary>
    private static FileStream? OpenPipe(string path)
    {
        try
        {
            var stream = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite) : null;
            if (stream is { CanSeek: false })
            {
                return stream;
            }

            stream?.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }

        return null;
    }
}
