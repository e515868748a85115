namespace Cadence.SellsyImport.Tool.Output;

/// <summary>
/// A file that appears when it is complete. It is written under a temporary name and renamed at the end, so that a failed run keeps
/// the previous file. Opening it early detects an unwritable path before any other work. A device or a pipe is written
/// directly.
/// </summary>
internal sealed class OutputFile(string path, string? unfinished, FileStream stream) : IDisposable
{
    public string Path => path;

    /// <exception cref="SellsyImportException">The file cannot be written.</exception>
    public static OutputFile Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new SellsyImportException(ErrorCodes.FileUnwritable, path);
            }

            if (File.Exists(path) && OpenDevice(path) is { } device)
            {
                return new(path, unfinished: null, device);
            }

            var unfinished = $"{path}.{Guid.NewGuid():N}.part";
            return new(path, unfinished, new(unfinished, FileMode.CreateNew, FileAccess.Write));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, path);
        }
    }

    /// <summary>Completes the file and moves it to its path.</summary>
    /// <exception cref="SellsyImportException">It cannot be written completely.</exception>
    public async Task WriteAsync(Func<Stream, Task> write)
    {
        try
        {
            await write(stream);
            await stream.DisposeAsync();
            if (unfinished is not null)
            {
                File.Move(unfinished, path, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, path);
        }
    }

    public void Dispose()
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // The rest of the buffer cannot be written either; the error was reported before.
        }

        if (unfinished is not null)
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The stream of a device or pipe, which must not be replaced by a file; null for a file on a disk.</summary>
    private static FileStream? OpenDevice(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

        // Devices such as /dev/null can seek as files can; /dev/shm holds files.
        if (!stream.CanSeek || (System.IO.Path.GetFullPath(path).Split('/') is ["", "dev" or "proc", var folder, ..] && folder != "shm"))
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }
}
