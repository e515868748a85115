using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>The default pipeline over a store that is empty.</summary>
internal sealed class GrowthHost
{
    private readonly ServiceProvider _services;

    public GrowthHost(IEnumerable<CadenceUser> users, Action<SellsyImportOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddScoped<ILeadSink>(_ => new InMemoryLeadSink());
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(users));
        services.AddSellsyImport(configure);
        _services = services.BuildServiceProvider();
    }

    /// <summary>The pipeline with the users of all proofs.</summary>
    public static GrowthHost Usual { get; } = new(ProofHost.Users);

    public IFieldMapper Mapper => _services.GetRequiredService<IFieldMapper>();

    public SellsyImportOptions Options => _services.GetRequiredService<Microsoft.Extensions.Options.IOptions<SellsyImportOptions>>().Value;

    /// <summary>Opens a file, which suggests a mapping too.</summary>
    public void Open(byte[] file)
    {
        using var scope = _services.CreateScope();
        Wait(scope.ServiceProvider.GetRequiredService<ISellsyImporter>().OpenAsync(Source(file)));
    }

    /// <summary>Opens a file and previews it.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="rows">How many rows it has, or none where that is not known.</param>
    public void Preview(byte[] file, long? rows = null)
    {
        using var scope = _services.CreateScope();
        var importer = scope.ServiceProvider.GetRequiredService<ISellsyImporter>();
        var overview = Wait(importer.OpenAsync(Source(file)));
        var plan = Wait(importer.PreviewAsync(Source(file), Completed(overview)));
        if (rows is not null && plan.Rows != rows)
        {
            throw new InvalidOperationException($"{plan.Rows} rows were read, {rows} are in the file.");
        }
    }

    private static FieldMapping Completed(ExportOverview overview)
    {
        var mapping = overview.Suggestion.Mapping;
        mapping = mapping.Find(LeadFields.SellsyContactId) is null
            ? mapping.WithColumn(LeadFields.SellsyContactId, overview.Columns[0])
            : mapping;
        mapping = mapping.Find(LeadFields.FirstName) is null ? mapping.WithConstant(LeadFields.FirstName, "Anne") : mapping;
        return mapping.Find(LeadFields.Owner) is null ? mapping.WithConstant(LeadFields.Owner, "Hélène Aubrac") : mapping;
    }

    private static ImportSource Source(byte[] file) => ImportSource.FromBytes("contacts.csv", file);

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
