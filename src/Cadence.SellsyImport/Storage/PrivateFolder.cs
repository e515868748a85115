namespace Cadence.SellsyImport.Storage;

/// <summary>A folder that only the user of the service can read. Names of files in it are random ids and never names that a user gave.</summary>
internal sealed class PrivateFolder
{
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Lock = "lock";
    private const string Draft = "new";
    private const int MostTries = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly string _path;
    private readonly TimeProvider _time;

    public PrivateFolder(string path, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        (_path, _time) = (Path.GetFullPath(path), time);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_path);
        }
        else
        {
            Directory.CreateDirectory(_path, OnlyMe | UnixFileMode.UserExecute);
        }
    }

    public static bool IsId(string? text) => text is { Length: 32 } && !text.AsSpan().ContainsAnyExcept("0123456789abcdef");

    public static FileStream Create(string path, FileMode mode, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
        {
            options.UnixCreateMode = OnlyMe;
        }

        return new(path, options);
    }

    /// <summary>Replaces a file as a whole: a reader sees the old bytes or the new ones.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.{Draft}";
        using (var file = Create(draft, FileMode.CreateNew))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <exception cref="ArgumentException">The id is none, or the kind has other characters than ASCII letters.</exception>
    public string PathOf(string id, string kind) => IsId(id) && kind.Length > 0 && kind.All(char.IsAsciiLetter)
        ? Path.Combine(_path, $"{id}.{kind}")
        : throw new ArgumentException("An id has 32 hexadecimal digits, and the name of a document ASCII letters only.", nameof(id));

    /// <summary>The ids that have a file of a kind, or of any kind.</summary>
    public IReadOnlyList<string> Ids(string kind) =>
    [
        .. Directory.EnumerateFiles(_path, $"*.{kind}")
            .Select(file => Path.GetFileName(file).Split('.'))
            .Where(name => name is [var id, not Lock] && IsId(id))
            .Select(name => name[0])
            .Distinct(StringComparer.Ordinal),
    ];

    public void Delete(string id)
    {
        _ = PathOf(id, Lock);
        foreach (var file in Directory.EnumerateFiles(_path, $"{id}.*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Waits until no other thread or server holds the lock of an id, and takes it.</summary>
    public async ValueTask<FileStream> LockAsync(string id, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return Create(PathOf(id, Lock), FileMode.OpenOrCreate);
            }
            catch (IOException) when (tries < MostTries)
            {
                await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
