using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof;

/// <summary>The default pipeline, made once; every import has a store in memory of its own. Thread-safe.</summary>
internal sealed class ProofHost : IDisposable
{
    private readonly ServiceProvider _services;

    public ProofHost(Action<SellsyImportOptions>? configure = null, Func<IServiceProvider, ISellsyCsvReader>? reader = null)
    {
        var services = new ServiceCollection();
        services.AddScoped<InMemoryLeadSink>(_ => new(Existing));
        services.AddScoped<ILeadSink>(provider => provider.GetRequiredService<InMemoryLeadSink>());
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(Users));
        services.AddSingleton<TimeProvider>(new TurnOfTheYear());
        if (reader is not null)
        {
            services.AddScoped(reader);
        }

        services.AddSellsyImport(configure);
        _services = services.BuildServiceProvider();
    }

    public static ImmutableArray<CadenceUser> Users { get; } =
    [
        new("u1", "Hélène", "Aubrac") { Email = "helene@cadence.example", SellsyId = "9001" },
        new("u2", "Thomas", "Leroy-Dumas") { Email = "thomas@cadence.example" },
        new("u3", "Paul", "Martin") { Email = "paul.martin@cadence.example" },
        new("u4", "Paul", "Martin") { Email = "p.martin@cadence.example" },
        new("u5", "İlker", "Işık") { Email = "ilker@cadence.example" },
        new("u6", "Karl", "Weiß") { SellsyId = "9006" },
    ];

    private static ImmutableArray<ExistingLead> Existing { get; } = [new("600201") { RunningCadences = ["Relance été", "Salon"] }, new("4")];

    public ISellsyCsvReader Reader => _services.GetRequiredService<ISellsyCsvReader>();

    public IServiceScope NewScope() => _services.CreateScope();

    public void Dispose() => _services.Dispose();

    /// <summary>
    /// Half an hour into a year in Greenwich, in the time zone of the host: in America it is last year still, so that whatever asks for
    /// the local time gives itself away.
    /// </summary>
    private sealed class TurnOfTheYear : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 30, 0, TimeSpan.Zero);

        public override long GetTimestamp() => 0;
    }
}
