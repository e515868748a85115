namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>The folder of test data that others wrote, which is beside the project and not in it.</summary>
internal static class Corpora
{
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CADENCE_CORPORA") is { Length: > 0 } given)
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpora = Path.Combine(folder.FullName, "shared", "corpora");
            if (Directory.Exists(corpora))
            {
                return corpora;
            }
        }

        return null;
    }
}
