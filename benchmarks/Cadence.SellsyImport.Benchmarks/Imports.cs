using Cadence.SellsyImport.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>What is measured of the importer, through its public API only.</summary>
internal static class Imports
{
    public const int RowsOfPage = 50;

    public static async Task<long> ReadRowsAsync(IServiceProvider services, string path)
    {
        await using var file = File.OpenRead(path);
        await using var export = await services.GetRequiredService<ISellsyCsvReader>().OpenAsync(file, "contacts.csv");
        long rows = 0;
        await foreach (var row in export.ReadRowsAsync(BenchmarkExport.Mapping.Columns))
        {
            rows = row.Number;
        }

        return rows;
    }

    public static async Task<long> PreviewAsync(IServiceProvider services, string path) =>
        (await services.GetRequiredService<ISellsyImporter>().PreviewAsync(ImportSource.FromFile(path), BenchmarkExport.Mapping)).Rows;

    public static async Task<long> PreviewFirstRowsAsync(IServiceProvider services, string path) =>
        (await services.GetRequiredService<ISellsyImporter>().PreviewFirstRowsAsync(ImportSource.FromFile(path), BenchmarkExport.Mapping, RowsOfPage)).Length;

    /// <summary>Makes the preview, and returns a function that reads a page from its middle; the services are closed at the end.</summary>
    public static async Task<Func<Task<long>>> PrepareLaterPageAsync(ServiceProvider services, string path)
    {
        var importer = services.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromFile(path);
        var plan = await importer.PreviewAsync(source, BenchmarkExport.Mapping);
        return async () =>
        {
            await using (services)
            {
                return await importer.ReadPreviewAsync(source, plan, (plan.Rows + 1) / 2).Take(RowsOfPage).CountAsync();
            }
        };
    }
}
