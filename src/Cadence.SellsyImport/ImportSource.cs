namespace Cadence.SellsyImport;

/// <summary>
/// A file to be imported: what is read several times, once for the facts, once for the preview and once for the write. Thread-safe where
/// its opener is.
/// </summary>
public sealed class ImportSource
{
    private readonly Func<CancellationToken, ValueTask<Stream>> _open;

    private ImportSource(string name, Func<CancellationToken, ValueTask<Stream>> open, string? location = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        Name = name;
        Location = location;
        _open = open;
    }

    /// <summary>The name of the file, for messages and for the history of imports.</summary>
    public string Name { get; }

    /// <summary>The full path of the file, which a ledger remembers to resume an import; none where the host opens the file.</summary>
    public string? Location { get; }

    /// <summary>A file of the file system. Nothing is opened yet.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The source.</returns>
    public static ImportSource FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var name = Path.GetFileName(path) is { Length: > 0 } fileName ? fileName : path;
        return new(name, _ => ValueTask.FromResult(Reading.ExportFile.Open(path)), Path.GetFullPath(path));
    }

    /// <summary>A file that the host opens, such as an upload. It is opened several times, and each stream is disposed.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="open">Opens a new stream at the start of the file; the same bytes every time.</param>
    /// <returns>The source.</returns>
    public static ImportSource From(string name, Func<CancellationToken, ValueTask<Stream>> open) => new(name, open);

    /// <summary>Bytes in memory.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="bytes">The bytes; they must not change any more.</param>
    /// <returns>The source.</returns>
    public static ImportSource FromBytes(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new(name, _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes, writable: false)));
    }

    internal ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => _open(cancellationToken);
}
