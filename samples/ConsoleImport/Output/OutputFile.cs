using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>
/// A file that appears when it is complete: it is written beside its place and moved there at the end, so that a run that fails leaves
/// what was there before. Opening it early tells that it cannot be written before anything else is done.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _unfinished;

    private OutputFile(string path, string unfinished, FileStream stream)
    {
        Path = path;
        _unfinished = unfinished;
        Stream = stream;
    }

    public string Path { get; }

    public FileStream Stream { get; }

    /// <summary>Opens a file where a path is given.</summary>
    /// <exception cref="SellsyImportException">The file cannot be written.</exception>
    public static OutputFile? OpenOptional(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            return Directory.Exists(path)
                ? throw new SellsyImportException(ErrorCodes.FileUnwritable, path)
                : new(path, unfinished, new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, path);
        }
    }

    /// <summary>Puts the complete file in its place.</summary>
    /// <exception cref="SellsyImportException">Its place cannot be written.</exception>
    public void Complete()
    {
        try
        {
            Stream.Dispose();
            File.Move(_unfinished, Path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, Path);
        }
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(_unfinished);
    }
}
