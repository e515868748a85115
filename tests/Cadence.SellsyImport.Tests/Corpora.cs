using Xunit;

namespace Cadence.SellsyImport.Tests;

/// <summary>
/// Finds the test data that others wrote: in the folder that CADENCE_CORPORA names, or in <c>shared/corpora</c> beside the project or above
/// it. A test that needs it is skipped where it is not there.
/// </summary>
internal static class Corpora
{
    private const string Variable = "CADENCE_CORPORA";

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    public static byte[] ReadBytes(string file) => File.ReadAllBytes(PathOf(file));

    private static string PathOf(string file)
    {
        var folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : FindAbove(AppContext.BaseDirectory);
        Assert.SkipWhen(folder is null, $"No folder shared/corpora was found above the tests, and {Variable} names none.");
        return Path.Combine(folder!, file);
    }

    private static string? FindAbove(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var corpora = Path.Combine(folder, "shared", "corpora");
            if (Directory.Exists(corpora))
            {
                return corpora;
            }
        }

        return null;
    }
}
