namespace Cadence.SellsyImport.AspNetCore.Stores;

/// <summary>A folder that only the user of the service can read. Names of files in it are ids of the page and never names that a user gave.</summary>
internal sealed class PrivateFolder
{
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;

    public PrivateFolder(string path)
    {
        _path = Path.GetFullPath(path);
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

    public string PathOf(string id, string kind) =>
        IsId(id) ? Path.Combine(_path, $"{id}.{kind}") : throw new ArgumentException("An id has 32 hexadecimal digits.", nameof(id));

    public FileStream Create(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
        {
            options.UnixCreateMode = OnlyMe;
        }

        return new(path, options);
    }

    /// <summary>Replaces a file as a whole: a reader sees the old bytes or the new ones.</summary>
    public void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.new";
        using (var file = Create(draft, FileMode.CreateNew))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    public IEnumerable<string> IdsOf(string kind) =>
        Directory.EnumerateFiles(_path, $"*.{kind}").Select(file => Path.GetFileName(file).Split('.')[0]).Where(IsId);

    public void Delete(string id)
    {
        _ = PathOf(id, "all");
        foreach (var file in Directory.EnumerateFiles(_path, $"{id}.*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Waits until no other thread or server holds the lock of an id, and takes it.</summary>
    public async ValueTask<FileStream> LockAsync(string id, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return Create(PathOf(id, "lock"), FileMode.OpenOrCreate);
            }
            catch (IOException) when (tries < 500)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
