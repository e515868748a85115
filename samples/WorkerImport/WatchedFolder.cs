namespace WorkerImport;

/// <summary>
/// The folder into which exports are put. What was imported moves to <c>done/IMPORT</c>, with its report and its rejected rows; what cannot be
/// imported moves to <c>failed</c>, with the reason.
/// </summary>
internal sealed class WatchedFolder(string path)
{
    private static readonly EnumerationOptions InAnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive };

    private Dictionary<string, (long Length, DateTime Written)> _seen = [];

    /// <summary>The exports that have not changed since the last call, so that their writers have probably ended.</summary>
    public IReadOnlyList<string> FindStable()
    {
        var now = new DirectoryInfo(path).EnumerateFiles("*.csv", InAnyCase).ToDictionary(file => file.FullName, file => (file.Length, file.LastWriteTimeUtc));
        var stable = now.Where(file => _seen.TryGetValue(file.Key, out var before) && before == file.Value).Select(file => file.Key);
        IReadOnlyList<string> found = [.. stable.Order(StringComparer.Ordinal)];
        _seen = now;
        return found;
    }

    /// <summary>Where the results of an import belong.</summary>
    public string ResultsOf(string importId) => Directory.CreateDirectory(Path.Combine(path, "done", importId)).FullName;

    /// <summary>Where an export that cannot be imported belongs.</summary>
    public string Failed() => Directory.CreateDirectory(Path.Combine(path, "failed")).FullName;
}
