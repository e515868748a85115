using System.Diagnostics.Metrics;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Tests.Telemetry;

/// <summary>A host whose logs, metrics and activities are kept.</summary>
internal sealed class TelemetryHost : IDisposable
{
    private readonly ImportHost _host;

    public TelemetryHost(ILeadSink? sink = null, Action<SellsyImportOptions>? configure = null) => _host = new(
        configure,
        services =>
        {
            services.AddSingleton<ILoggerFactory>(Logs);
            services.AddSingleton<IMeterFactory>(Metrics);
        },
        sink ?? new InMemoryLedgerSink());

    public CollectedLogs Logs { get; } = new();

    public CollectedMetrics Metrics { get; } = new();

    public CollectedActivities Activities { get; } = new();

    public ISellsyImporter Importer => _host.Importer;

    public IImportHistory History => _host.History;

    /// <summary>Eight rows: five of them can be added, one owner is unknown, one row has no first name, one contact is repeated.</summary>
    public static ImportSource Source { get; } = ImportHost.Source(
        """
        ID Sellsy;Prénom;Nom;Propriétaire
        1;Anne;Petit;Marie Durand
        2;Luc;Grand;Jean Inconnu
        3;;Grand;Marie Durand
        4;Zoé;Petit;Marie Durand
        5;Léo;Petit;Marie Durand
        5;Léo;Petit;Marie Durand
        6;Eva;Petit;Marie Durand
        7;Ugo;Petit;Marie Durand

        """);

    public Task<ImportPlan> PreviewAsync() => _host.PreviewAsync(Source);

    public async Task<ImportReport> ImportAsync(RowSelection? selection = null) =>
        await Importer.AddAsync(Source, await PreviewAsync(), new() { Selection = selection ?? RowSelection.All }, cancellationToken: ImportHost.Cancellation);

    public void Dispose()
    {
        _host.Dispose();
        Activities.Dispose();
        Metrics.Dispose();
    }
}
