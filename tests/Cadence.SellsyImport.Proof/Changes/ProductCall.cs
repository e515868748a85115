using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What a call of the product gets from the process that makes it.</summary>
internal sealed class ProductCall(IServiceProvider process, Disturbance disturbance)
{
    public ISellsyImporter Importer => field ??= process.GetRequiredService<ISellsyImporter>();

    public IImportHistory History => field ??= process.GetRequiredService<IImportHistory>();

    public IProgress<ImportProgress> Progress => disturbance.Progress;

    public CancellationToken Cancellation => disturbance.Cancellation;
}
