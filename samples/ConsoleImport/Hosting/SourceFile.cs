using Cadence.SellsyImport;

namespace ConsoleImport.Hosting;

/// <summary>
/// The FILE of the command line as a source that can be read several times. A pipe gives its bytes once, so they are kept in a temporary
/// file, which goes when this is disposed.
/// </summary>
internal sealed class SourceFile : IDisposable
{
    private readonly string? _folder;

    private SourceFile(ImportSource source, string? folder = null)
    {
        Source = source;
        _folder = folder;
    }

    public ImportSource Source { get; }

    public static async Task<SourceFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        await using var pipe = OpenPipe(path);
        if (pipe is null)
        {
            return new(ImportSource.FromFile(path));
        }

        // Only this user can look into the folder: the file holds people's data.
        var folder = Directory.CreateTempSubdirectory("console-import-").FullName;
        try
        {
            var copy = Path.Combine(folder, "export.csv");
            await using (var kept = new FileStream(copy, FileMode.CreateNew, FileAccess.Write))
            {
                await pipe.CopyToAsync(kept, cancellationToken);
            }

            return new(ImportSource.From(Path.GetFileName(path), _ => ValueTask.FromResult<Stream>(File.OpenRead(copy))), folder);
        }
        catch (Exception exception)
        {
            Directory.Delete(folder, recursive: true);
            throw exception is IOException ? new SellsyImportException(ErrorCodes.FileUnreadable, exception, path, "0") : exception;
        }
    }

    public void Dispose()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>The stream of a pipe; none for a file, and where nothing can be opened, which the library tells.</summary>
    private static FileStream? OpenPipe(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (!stream.CanSeek)
            {
                return stream;
            }

            stream.Dispose();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
