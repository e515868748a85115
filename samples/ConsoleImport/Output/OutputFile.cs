namespace ConsoleImport.Output;

/// <summary>
/// A file that appears when it is complete: it is written beside its place and moved there at the end, so that a run that fails leaves
/// what was there before. Opening it early refuses a place that cannot be written before anything else is done. A device or a pipe is
/// written where it is.
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

    /// <summary>Writes the file and puts it in its place.</summary>
    /// <exception cref="SellsyImportException">It cannot be written to its end.</exception>
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
            // What is left in the buffer cannot be written either, which was reported.
        }

        if (unfinished is not null)
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The stream of what is no file on a disk, and must not be replaced by one; null for a file.</summary>
    private static FileStream? OpenDevice(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

        // /dev/null and its like can be sought in as files can; /dev/shm holds files.
        if (!stream.CanSeek || (System.IO.Path.GetFullPath(path).Split('/') is ["", "dev" or "proc", var folder, ..] && folder != "shm"))
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }
}
