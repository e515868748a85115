using System.Globalization;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>A host with the default pipeline over a sink, and over a separate ledger if there is one.</summary>
internal sealed class ImportHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ImportHost(ILeadSink sink, RandomImport import, ISeparateLedger? ledger = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(sink);
        if (ledger is not null)
        {
            services.AddSingleton(ledger);
        }

        if (import.Matcher is not null)
        {
            services.AddSingleton(import.Matcher);
        }

        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider([.. RandomImport.Users]));
        services.AddSingleton<TimeProvider>(new FixedTimeProvider(Batches.Noon));
        services.AddSellsyImport(options =>
        {
            options.ExistingLeads = import.Policy;
            options.RepeatedContacts = import.Repeated;
            options.BatchSize = import.BatchSize;
            options.KeepUnmappedColumns = import.KeepUnmappedColumns;
        });
        _services = services.BuildServiceProvider();
    }

    public ISellsyImporter Importer => _services.GetRequiredService<ISellsyImporter>();

    public IImportHistory History => _services.GetRequiredService<IImportHistory>();

    /// <summary>Every match is the same lead; without a matcher this decides nothing.</summary>
    private static PreviewOptions Options { get; } = new() { MatchDecisions = MatchDecisions.None.ForOthers(MatchDecision.Same) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<ImportPlan> PreviewAsync(ImportSource source)
    {
        var overview = await Importer.OpenAsync(source, Cancellation);
        return await Importer.PreviewAsync(source, overview.Suggestion.Mapping, Options, cancellationToken: Cancellation);
    }

    public async Task<ImportReport> ImportAsync(ImportSource source, CancellationToken cancellationToken = default)
    {
        var overview = await Importer.OpenAsync(source, cancellationToken);
        var plan = await Importer.PreviewAsync(source, overview.Suggestion.Mapping, Options, cancellationToken: cancellationToken);
        return await Importer.AddAsync(source, plan, cancellationToken: cancellationToken);
    }

    public async Task<List<PreviewRow>> RowsAsync(ImportSource source, ImportPlan plan)
    {
        var rows = new List<PreviewRow>();
        await foreach (var row in Importer.ReadPreviewAsync(source, plan, cancellationToken: Cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The rows and counts of a report, as a text that does not depend on the run.</summary>
    public async Task<string[]> TextAsync(ImportSource source, ImportReport report)
    {
        var lines = new List<string> { report.Counts.ToString(), string.Join(", ", report.Issues) };
        await foreach (var row in Importer.ReadReportAsync(source, report, cancellationToken: Cancellation))
        {
            var issues = string.Join(", ", row.Issues.Select(issue => issue.Code));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{row.Number}: {row.Outcome} {issues}"));
        }

        return [.. lines];
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
