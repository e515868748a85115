using System.Text;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>A host with the default pipeline over a store in memory.</summary>
internal sealed class ImportHost : IDisposable
{
    public static readonly CadenceUser Marie = new("u1", "Marie", "Durand") { Email = "marie@cadence.example", SellsyId = "71" };
    public static readonly CadenceUser Helene = new("u2", "Hélène", "Brûlé") { Email = "helene@cadence.example" };
    public static readonly CadenceUser PaulOne = new("u3", "Paul", "Martin") { Email = "paul.martin@cadence.example" };
    public static readonly CadenceUser PaulTwo = new("u4", "Paul", "Martin") { Email = "p.martin@cadence.example" };

    private readonly ServiceProvider _services;

    public ImportHost(
        Action<SellsyImportOptions>? configure = null,
        Action<IServiceCollection>? register = null,
        ILeadSink? sink = null,
        TimeProvider? time = null,
        ICadenceUserProvider? users = null)
    {
        var services = new ServiceCollection();
        register?.Invoke(services);
        services.AddSingleton(sink ?? Sink);
        services.AddSingleton(users ?? Users);
        services.AddSingleton(time ?? new FixedTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)));
        services.AddSellsyImport(configure);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public InMemoryLeadSink Sink { get; } = new();

    public FixedUserProvider Users { get; } = new(Marie, Helene, PaulOne, PaulTwo);

    public ISellsyImporter Importer => _services.GetRequiredService<ISellsyImporter>();

    public SellsyImportOptions Options => _services.GetRequiredService<Microsoft.Extensions.Options.IOptions<SellsyImportOptions>>().Value;

    public IImportHistory History => _services.GetRequiredService<IImportHistory>();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ImportSource Source(string csv) => ImportSource.FromBytes("contacts.csv", Encoding.UTF8.GetBytes(csv));

    public async Task<ImportPlan> PreviewAsync(ImportSource source, Func<FieldMapping, FieldMapping>? change = null, OwnerDecisions? decisions = null)
    {
        var overview = await Importer.OpenAsync(source, Cancellation);
        var mapping = change is null ? overview.Suggestion.Mapping : change(overview.Suggestion.Mapping);
        return await Importer.PreviewAsync(source, mapping, decisions, cancellationToken: Cancellation);
    }

    public async Task<List<PreviewRow>> RowsAsync(string csv, Func<FieldMapping, FieldMapping>? change = null, OwnerDecisions? decisions = null)
    {
        var source = Source(csv);
        var plan = await PreviewAsync(source, change, decisions);
        var rows = new List<PreviewRow>();
        await foreach (var row in Importer.ReadPreviewAsync(source, plan, cancellationToken: Cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    public async Task<ImportReport> ImportAsync(ImportSource source, RowSelection? selection = null)
    {
        var plan = await PreviewAsync(source);
        return await Importer.AddAsync(source, plan, new AddOptions { Selection = selection ?? RowSelection.All }, cancellationToken: Cancellation);
    }

    public void Dispose() => _services.Dispose();
}
