namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>A folder of its own for one database, deleted with all that the database left beside it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cadence-sellsyimport-benchmarks-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "cadence.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
