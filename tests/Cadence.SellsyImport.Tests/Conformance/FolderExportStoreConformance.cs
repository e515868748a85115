using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Conformance;

public sealed class FolderExportStoreConformance : ExportStoreConformance
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }

    protected override ValueTask<IExportStore> OpenStoreAsync() => new(new FolderExportStore(Path.Combine(_folder.FullName, "files")));
}
