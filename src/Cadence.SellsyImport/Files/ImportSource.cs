using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport;

/// <summary>
/// A file to be imported. Each call of <see cref="ISellsyImporter"/> opens it once, and reads it at any place and as often as it needs.
/// Thread-safe where its opener is. Only a source of <see cref="FromStreamAsync"/> has something to dispose.
/// </summary>
public sealed class ImportSource : IDisposable
{
    private readonly Func<CancellationToken, ValueTask<Stream>> _open;
    private readonly FileStream? _copy;

    private ImportSource(string name, Func<CancellationToken, ValueTask<Stream>> open, string? location = null, FileStream? copy = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        Name = name;
        Location = location;
        _open = open;
        _copy = copy;
    }

    /// <summary>The name of the file, for messages and for the history of imports.</summary>
    public string Name { get; }

    /// <summary>
    /// Where the file is, which a ledger stores to resume an import: the full path, or what an <see cref="ISourceOpener"/> opens; null if the host
    /// opens the file and gives none.
    /// </summary>
    public string? Location { get; }

    /// <summary>A file of the file system. Nothing is opened yet.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The source.</returns>
    public static ImportSource FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var name = Path.GetFileName(path) is { Length: > 0 } fileName ? fileName : path;
        return new(name, _ => ValueTask.FromResult(ExportFile.Open(path)), Path.GetFullPath(path));
    }

    /// <summary>A file that the host opens, such as an upload.</summary>
    /// <remarks>
    /// <para>
    /// Each call of <see cref="ISellsyImporter"/> and <see cref="IImportHistory.ResumeAsync"/> opens one stream, on a thread of the pool, and
    /// disposes it before the call ends, whatever its outcome. An enumeration opens one when its first row is requested, and disposes it with
    /// the enumerator. The streams of one call therefore never overlap. A stream that shares its position with others, such as that of an
    /// ASP.NET Core <c>IFormFile</c>, can be used as long as its calls do not overlap.
    /// </para>
    /// <para>
    /// A seekable stream is positioned and read by one thread at a time. Its length is asked for once; bytes that are appended later are not
    /// read in that call. A stream that cannot seek is read once, copied to a temporary file that only the user of the process can read, and
    /// disposed before any row is read; the copy is deleted when the call ends. A <see cref="FileStream"/> is read by several threads at once.
    /// </para>
    /// </remarks>
    /// <param name="name">The name of the file.</param>
    /// <param name="open">
    /// Opens a new stream at the start of the file; the same bytes every time. A stream whose text is made from a file of another kind also
    /// implements <see cref="IConvertedStream"/>.
    /// </param>
    /// <param name="location">What an <see cref="ISourceOpener"/> opens this source again by, if there is one.</param>
    /// <returns>The source.</returns>
    public static ImportSource From(string name, Func<CancellationToken, ValueTask<Stream>> open, string? location = null) =>
        new(name, open, location);

    /// <summary>
    /// A file whose stream can be read only once, such as the body of a request or an entry of an archive. The stream is copied to a temporary file
    /// that only the user of the process can read, and whose name is removed at once where the system allows it.
    /// </summary>
    /// <remarks>
    /// Dispose the source when nothing more is to be read of it: this deletes the copy, after the last call that reads it. Calls that begin later
    /// throw <see cref="ObjectDisposedException"/>. An import that is to be resumed later by another process needs a file that lasts instead.
    /// </remarks>
    /// <param name="name">The name of the file.</param>
    /// <param name="stream">The stream. It is read once, from where it stands to its end, and stays open.</param>
    /// <param name="cancellationToken">Cancels the copying.</param>
    /// <returns>The source.</returns>
    /// <exception cref="SellsyImportException">The stream cannot be read to its end: <see cref="ErrorCodes.FileUnreadable"/>.</exception>
    public static Task<ImportSource> FromStreamAsync(string name, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(stream);
        return InBackground.RunAsync(async () =>
        {
            var copy = await SpooledStream.CreateAsync(stream, name, cancellationToken).ConfigureAwait(false);
            return new ImportSource(name, _ => ValueTask.FromResult<Stream>(SpooledCopyReader.Open(copy)), location: null, copy);
        });
    }

    /// <summary>Bytes in memory.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="bytes">The bytes; they must not change any more.</param>
    /// <returns>The source.</returns>
    public static ImportSource FromBytes(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new(name, _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes, writable: false)));
    }

    /// <summary>Opens the file as a call of <see cref="ISellsyImporter"/> does, to store its bytes elsewhere.</summary>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>A stream at the start of the file, which the caller disposes; some cannot seek.</returns>
    /// <exception cref="SellsyImportException">The file cannot be opened.</exception>
    public ValueTask<Stream> OpenReadAsync(CancellationToken cancellationToken = default) => _open(cancellationToken);

    /// <summary>Deletes the copy of <see cref="FromStreamAsync"/>, after the last call that reads it. Does nothing for other sources.</summary>
    public void Dispose() => _copy?.Dispose();

    internal ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => _open(cancellationToken);
}
