namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>The folder of the installed server's programs.</summary>
internal static class ServerBinaries
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>The newest installed version, then what the PATH names; none where there is no server.</summary>
    public static string? Find() => Installed().Concat(OnPath()).FirstOrDefault(IsWhole);

    private static IEnumerable<string> Installed() => Directory.Exists(DebianFolder)
        ? Directory.EnumerateDirectories(DebianFolder)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];

    private static IEnumerable<string> OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "initdb"))
        .Where(File.Exists)
        .Select(file => Path.GetDirectoryName(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file)!);

    private static bool IsWhole(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));
}
