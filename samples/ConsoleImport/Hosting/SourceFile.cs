namespace ConsoleImport.Hosting;

/// <summary>The FILE of the command line as a source that can be read several times.</summary>
internal static class SourceFile
{
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>A pipe can be read only once, so its bytes are copied to a temporary file of this user, which is deleted when the command has ended.</summary>
    public static async Task<ImportSource> OpenAsync(string path, ConsoleContext context)
    {
        try
        {
            await using var stream = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite) : null;
            if (stream is not { CanSeek: false })
            {
                return ImportSource.FromFile(path);
            }

            var copy = Path.GetTempFileName();
            var kept = context.Keep(new FileStream(copy, FileMode.Open, FileAccess.Write, Shared, bufferSize: 4096, FileOptions.DeleteOnClose));
            await stream.CopyToAsync(kept, context.Cancellation);
            await kept.FlushAsync(context.Cancellation);
            return ImportSource.From(Path.GetFileName(path), _ => new(new FileStream(copy, FileMode.Open, FileAccess.Read, Shared)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    /// <summary>Converts an exception of the file system to an error of the library with its remedy.</summary>
    public static SellsyImportException Unreadable(string path, Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException
        ? new(ErrorCodes.FileNotFound, exception, path)
        : new(ErrorCodes.FileUnreadable, exception, path, "0");
}
