using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>
/// A file that appears when it is complete: it is written beside its place and moved there at the end, so that a run that fails leaves
/// what was there before. Opening it early tells that it cannot be written before anything else is done. A device or a pipe is written
/// where it is.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string? _unfinished;
    private readonly FileStream _stream;

    private OutputFile(string path, string? unfinished, FileStream stream)
    {
        Path = path;
        _unfinished = unfinished;
        _stream = stream;
    }

    public string Path { get; }

    /// <summary>Opens a file where a path is given.</summary>
    /// <exception cref="SellsyImportException">The file cannot be written.</exception>
    public static OutputFile? OpenOptional(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            return Directory.Exists(path) ? throw new SellsyImportException(ErrorCodes.FileUnwritable, path) : Open(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, path);
        }
    }

    /// <summary>Writes the file and puts it in its place.</summary>
    /// <exception cref="SellsyImportException">It cannot be written to its end.</exception>
    public async Task WriteAsync(Func<Stream, Task> write)
    {
        try
        {
            await write(_stream);
            await _stream.DisposeAsync();
            if (_unfinished is not null)
            {
                File.Move(_unfinished, Path, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, Path);
        }
    }

    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // What is left in the buffer cannot be written either, which has been told.
        }

        if (_unfinished is not null)
        {
            File.Delete(_unfinished);
        }
    }

    private static OutputFile Open(string path)
    {
        if (File.Exists(path) && OpenDevice(path) is { } device)
        {
            return new(path, null, device);
        }

        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        return new(path, unfinished, new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write));
    }

    /// <summary>The stream of what is no file on a disk, and must not be replaced by one; none for a file.</summary>
    private static FileStream? OpenDevice(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (!stream.CanSeek || IsInDeviceFolder(path))
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }

    // /dev/null and its like can be sought in as files can; /dev/shm holds files.
    private static bool IsInDeviceFolder(string path) => !OperatingSystem.IsWindows()
        && System.IO.Path.GetFullPath(path) is var full
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal))
        && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
