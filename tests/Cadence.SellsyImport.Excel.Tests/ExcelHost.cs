using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>A host with the default pipeline over a store in memory.</summary>
internal sealed class ExcelHost : IDisposable
{
    private readonly ServiceProvider _services;

    public ExcelHost(ILeadSink? sink = null, Action<SellsyImportOptions>? configure = null, bool usesExcel = true)
    {
        var services = new ServiceCollection();
        services.AddSingleton(sink ?? new InMemoryLedgerSink());
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(new CadenceUser("u1", "Ada", "Fontaine"), new CadenceUser("u2", "Luc", "Moreau")));
        services.AddSingleton<TimeProvider>(new FixedTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)));
        var builder = services.AddSellsyImport(configure);
        if (usesExcel)
        {
            builder.UseExcel();
        }

        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public ISellsyImporter Importer => _services.GetRequiredService<ISellsyImporter>();

    public IImportHistory History => _services.GetRequiredService<IImportHistory>();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<ImportPlan> PreviewAsync(ImportSource source)
    {
        var overview = await Importer.OpenAsync(source, Cancellation);
        return await Importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
    }

    public ValueTask<List<PreviewRow>> RowsAsync(ImportSource source, ImportPlan plan) =>
        Importer.ReadPreviewAsync(source, plan, cancellationToken: Cancellation).ToListAsync(Cancellation);

    public void Dispose() => _services.Dispose();
}
