using Cadence.SellsyImport;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ReadyLeads;

/// <summary>Makes the leads of a generated export, with the mapping that the importer suggests.</summary>
internal static class ReadyExport
{
    /// <summary>Six companies for ten rows, and nothing that a loader refuses.</summary>
    private static readonly SellsyExportProfile Ordinary = SellsyExportProfile.Ordinary with
    {
        MissingQuoteShare = 0,
        StrayQuoteShare = 0,
        ShortRowShare = 0,
        RepeatedContactShare = 0,
    };

    public static async Task<List<LeadEntry>> LeadsAsync(int rows, bool isClean, string path)
    {
        var generator = new SellsyExportGenerator(new()
        {
            Rows = rows,
            Companies = isClean ? 2_000 : Math.Clamp((int)(rows * 0.63), 1, 1_000_000),
            Profile = isClean ? SellsyExportProfile.Clean : Ordinary,
        });
        await using (var file = File.Create(path))
        {
            generator.Write(file);
        }

        var sink = new CapturingSink();
        var services = new ServiceCollection();
        services.AddSingleton<ILeadSink>(sink);
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(generator.Users));
        services.AddSellsyImport();
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromFile(path);
        var overview = await importer.OpenAsync(source);
        await importer.AddAsync(source, await importer.PreviewAsync(source, overview.Suggestion.Mapping));
        return sink.Entries;
    }
}
