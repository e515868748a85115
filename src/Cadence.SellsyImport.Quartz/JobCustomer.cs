using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Quartz;

/// <summary>The services of a customer while a job uses them.</summary>
internal sealed class JobCustomer(IServiceProvider services, IServiceProvider host, IAsyncDisposable scope) : IAsyncDisposable
{
    public ISellsyImporter Importer => services.GetRequiredService<ISellsyImporter>();

    public IImportHistory History => services.GetRequiredService<IImportHistory>();

    public LeadFieldCollection Fields => services.GetRequiredService<IOptions<SellsyImportOptions>>().Value.Fields;

    /// <summary>The customer's store of files, or that of the host.</summary>
    /// <exception cref="SellsyImportException">Neither has one: <see cref="ErrorCodes.StoreCannot"/>.</exception>
    public IExportStore Files => services.GetService<IExportStore>() ?? host.GetService<IExportStore>()
        ?? throw new SellsyImportException(ErrorCodes.StoreCannot, "enqueue", nameof(IExportStore));

    /// <exception cref="SellsyImportException">The customer's sink has no ledger: <see cref="ErrorCodes.StoreCannot"/>.</exception>
    public IImportRecords Ledger => services.GetService<ISeparateLedger>()
        ?? services.GetService<ILeadSink>() as IImportRecords
        ?? throw new SellsyImportException(ErrorCodes.StoreCannot, "resume", nameof(IImportLedger));

    public ImportSource SourceOf(JobRow row) => ImportSource.From(row.FileName, token => Files.OpenAsync(row.FileId!, token));

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
