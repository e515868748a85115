using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Excel;

/// <summary>
/// Gives an <see cref="ImportSource"/> for a sheet of an Excel workbook: .xlsx, or .xlsm, whose macros are never run. Each opening renders the
/// sheet as CSV text, always as the same bytes; <c>docs/excel.md</c> says how each kind of cell is rendered. Thread-safe.
/// </summary>
public static class ExcelSource
{
    private const char BeforeSheet = '#';

    /// <summary>A workbook of the file system. Nothing is opened yet.</summary>
    /// <param name="path">The path.</param>
    /// <param name="options">Which sheet to read, and the limits; the first visible sheet by default.</param>
    /// <returns>
    /// The source. Its location is the full path, followed by <c>#</c> and the sheet if <paramref name="options"/> name one, so that
    /// <see cref="FromLocation"/> opens it again.
    /// </returns>
    /// <exception cref="SellsyImportException">A limit is out of its range: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    public static ImportSource FromFile(string path, ExcelSourceOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var name = Path.GetFileName(path) is { Length: > 0 } fileName ? fileName : path;
        var location = Path.GetFullPath(path) + (options?.Sheet is { } sheet ? $"{BeforeSheet}{sheet}" : "");
        return From(name, _ => new(ExportFile.Open(path)), options, location);
    }

    /// <summary>A workbook that the host opens, such as an upload.</summary>
    /// <remarks>
    /// The streams are used as <see cref="ImportSource.From(string, Func{CancellationToken, ValueTask{Stream}}, string?)"/> says, except that a
    /// seekable stream is read synchronously, on a thread of the pool. A stream that cannot seek is copied to a temporary file first, which only
    /// the user of the process can read and which is deleted when the call ends.
    /// </remarks>
    /// <param name="name">The name of the file, for messages and for the history of imports.</param>
    /// <param name="open">Opens a new stream at the start of the workbook; the same bytes every time.</param>
    /// <param name="options">Which sheet to read, and the limits; the first visible sheet by default.</param>
    /// <returns>The source.</returns>
    /// <exception cref="SellsyImportException">A limit is out of its range: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    public static ImportSource FromStream(string name, Func<CancellationToken, ValueTask<Stream>> open, ExcelSourceOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        return From(name, open, options, location: null);
    }

    /// <summary>The workbook of an interrupted import.</summary>
    /// <param name="location">What <see cref="ImportSource.Location"/> was when the import started.</param>
    /// <param name="options">The limits; the location decides about the sheet.</param>
    /// <returns>The source, or null if the location is not that of a ZIP archive, as every workbook is.</returns>
    /// <exception cref="SellsyImportException">A limit is out of its range: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    public static ImportSource? FromLocation(string location, ExcelSourceOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        options ??= new();
        if (File.Exists(location))
        {
            return ZipDirectory.IsZip(location) ? FromFile(location, options with { Sheet = null }) : null;
        }

        for (var at = location.IndexOf(BeforeSheet, StringComparison.Ordinal); at > 0; at = location.IndexOf(BeforeSheet, at + 1))
        {
            if (ZipDirectory.IsZip(location[..at]) && at + 1 < location.Length)
            {
                return FromFile(location[..at], options with { Sheet = location[(at + 1)..] });
            }
        }

        return null;
    }

    private static ImportSource From(
        string name, Func<CancellationToken, ValueTask<Stream>> open, ExcelSourceOptions? options, string? location)
    {
        options ??= new();
        options.Check();
        return ImportSource.From(name, cancellation => WorkbookStream.OpenAsync(name, open, options, cancellation), location);
    }
}
