namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>A separate folder for one database, deleted with all files that the database left in it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cadence-sellsyimport-benchmarks-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "cadence.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
