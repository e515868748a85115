namespace Cadence.SellsyImport.Tests.Documents;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    private const string Solution = "Cadence.SellsyImport.sln";

    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The documents of the repository and of its packages.</summary>
    public static string[] Documents() =>
    [
        .. Directory.EnumerateFiles(Root, "*.md"),
        .. Directory.EnumerateFiles(PathOf("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
        .. Directory.EnumerateDirectories(PathOf("src")).Select(folder => Path.Combine(folder, "README.md")).Where(File.Exists).Order(StringComparer.Ordinal),
    ];

    /// <summary>The lines of a text file, whatever ends them.</summary>
    public static string[] LinesOf(string path) => File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"No folder above the tests holds {Solution}; run the tests inside the repository.");
    }
}
