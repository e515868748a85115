using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Conformance;

public sealed class FolderSessionStoreConformance : ImportSessionStoreConformance
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }

    protected override ValueTask<IImportSessionStore> OpenStoreAsync() => new(new FolderSessionStore(Path.Combine(_folder.FullName, "files")));
}
