namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>Small files from the field, rebuilt with invented people: each stands for a kind of fault.</summary>
internal static class CaseFiles
{
    public static ImportSource Source(string name) => ImportSource.FromFile(Path.Combine(AppContext.BaseDirectory, "Cases", "Files", name + ".csv"));
}
