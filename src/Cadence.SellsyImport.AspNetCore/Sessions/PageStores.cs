using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>The stores of files and sessions: those of the host, in whatever order it registered them, otherwise the folder of the options.</summary>
internal sealed class PageStores(IServiceProvider services, IOptions<SellsyImportPageOptions> options, TimeProvider time)
{
    public IExportStore Files { get; } =
        services.GetService<IExportStore>() ?? new FolderExportStore(Path.Combine(options.Value.Folder, "files"), time);

    public IImportSessionStore Sessions { get; } =
        services.GetService<IImportSessionStore>() ?? new FolderSessionStore(Path.Combine(options.Value.Folder, "sessions"), time);
}
