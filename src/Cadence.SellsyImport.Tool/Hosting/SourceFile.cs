using Cadence.SellsyImport.Excel;

namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>The FILE of the command line, a CSV file or a workbook, as a source that can be read several times.</summary>
internal static class SourceFile
{
    /// <summary>The extensions of spreadsheets; those that cannot be read are refused by their name.</summary>
    private static readonly string[] Workbooks = [".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"];

    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>A pipe can be read only once, so its bytes are copied to a temporary file of this user, which is deleted when the command has ended.</summary>
    public static async Task<ImportSource> OpenAsync(string path, ConsoleContext context)
    {
        var sheet = context.Get(Options.Sheet);
        if (sheet is not null && !IsWorkbook(path))
        {
            throw new UsageException(Say(
                $"--sheet nomme une feuille d'un classeur, or {path} n'en est pas un : un fichier .xlsx est attendu.",
                $"--sheet names a sheet of a workbook, but {path} is none: an .xlsx file is expected."));
        }

        try
        {
            await using var stream = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite) : null;
            if (stream is not { CanSeek: false })
            {
                return IsWorkbook(path) ? ExcelSource.FromFile(path, new() { Sheet = sheet }) : ImportSource.FromFile(path);
            }

            var copy = Path.GetTempFileName();
            var kept = context.Keep(new FileStream(copy, FileMode.Open, FileAccess.Write, Shared, bufferSize: 4096, FileOptions.DeleteOnClose));
            await stream.CopyToAsync(kept, context.Cancellation);
            await kept.FlushAsync(context.Cancellation);
            ValueTask<Stream> OpenCopy(CancellationToken cancellation) => new(new FileStream(copy, FileMode.Open, FileAccess.Read, Shared));
            var name = Path.GetFileName(path);
            return IsWorkbook(path) ? ExcelSource.FromStream(name, OpenCopy, new() { Sheet = sheet }) : ImportSource.From(name, OpenCopy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    /// <summary>The file of an interrupted import.</summary>
    public static ImportSource At(string location) => ExcelSource.FromLocation(location) ?? ImportSource.FromFile(location);

    /// <summary>Whether a file is taken for a workbook, by its name.</summary>
    public static bool IsWorkbook(string name) => Workbooks.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Converts an exception of the file system to an error of the library with its remedy.</summary>
    public static SellsyImportException Unreadable(string path, Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException
        ? new(ErrorCodes.FileNotFound, exception, path)
        : new(ErrorCodes.FileUnreadable, exception, path, "0");
}
