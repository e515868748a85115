using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Telemetry;

public sealed class MetricTests
{
    private const string Prefix = "cadence.sellsy_import";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_is_counted_with_its_outcome_and_every_error_with_its_code()
    {
        using var host = new TelemetryHost(configure: options => options.BatchSize = 2);

        var report = await host.ImportAsync(RowSelection.Of(1, 2, 3, 4, 5, 6, 7));

        Assert.Equal(new ImportCounts(8, 4, 0, 0, 1, 3), report.Counts);
        Assert.Equal(
            [$"{{{Prefix}.outcome=added}} 4", $"{{{Prefix}.outcome=error}} 3", $"{{{Prefix}.outcome=skipped}} 1"],
            host.Metrics.SumsOf($"{Prefix}.rows"));
        Assert.Equal(
            [$"{{{Prefix}.code=ContactRepeated}} 1", $"{{{Prefix}.code=MandatoryBlank}} 1", $"{{{Prefix}.code=OwnerUnknown}} 1"],
            host.Metrics.SumsOf($"{Prefix}.row.errors"));
        var length = report.Plan.FileLength;
        Assert.Equal([$"{{{Prefix}.operation=add}} {length}", $"{{{Prefix}.operation=preview}} {length}"], host.Metrics.SumsOf($"{Prefix}.io"));
        Assert.Equal(3, host.Metrics.Measurements.Count(measured => measured.Instrument == $"{Prefix}.batch.duration"));
        Assert.Equal(
            [$"{{{Prefix}.operation=add}} 0", $"{{{Prefix}.operation=preview}} 0"], host.Metrics.SumsOf($"{Prefix}.operation.duration"));
    }

    [Fact]
    public async Task An_import_of_two_runs_counts_each_row_and_each_byte_once()
    {
        var store = new InMemoryLedgerSink();
        using var broken = new TelemetryHost(new FaultInjectingLedgerSink(store, callNumber: 5), options => options.BatchSize = 2);
        using var host = new TelemetryHost(store, options => options.BatchSize = 2);

        await Assert.ThrowsAsync<InjectedFaultException>(() => broken.ImportAsync());
        var report = await host.ImportAsync();

        Assert.Equal([$"{{{Prefix}.outcome=added}} 2", $"{{{Prefix}.outcome=error}} 2"], broken.Metrics.SumsOf($"{Prefix}.rows"));
        Assert.Equal([$"{{{Prefix}.outcome=added}} 3", $"{{{Prefix}.outcome=error}} 1"], host.Metrics.SumsOf($"{Prefix}.rows"));
        var bytes = new[] { broken, host }.SelectMany(one => one.Metrics.Measurements)
            .Where(measured => measured.Instrument == $"{Prefix}.io" && Equals(measured.Tags[0].Value, "add"))
            .Sum(measured => measured.Value);
        Assert.Equal(report.Plan.FileLength, bytes);
        Assert.Empty(broken.Metrics.SumsOf($"{Prefix}.row.errors"));
        Assert.Equal(3, host.Metrics.SumsOf($"{Prefix}.row.errors").Count());
        Assert.Contains(
            $"{{error.type=Cadence.SellsyImport.Testing.InjectedFaultException}} 0", broken.Metrics.SumsOf($"{Prefix}.batch.duration"));
    }

    [Fact]
    public async Task Rows_that_a_later_batch_refuses_are_not_counted_twice_where_others_follow()
    {
        // Row 1 completes nothing; row 3 completes it, and the store has the contact by then: both rows become errors.
        var store = new InMemoryLedgerSink();
        using var host = new TelemetryHost(store, options => (options.BatchSize, options.RepeatedContacts) = (1, RepeatedContacts.Merge));
        var source = ImportHost.Source(
            """
            ID Sellsy;Prénom;Nom;Propriétaire;Fonction
            1;Anne;Petit;Marie Durand;
            2;Luc;Petit;Marie Durand;
            1;Anne;Petit;Marie Durand;Directrice
            3;Zoé;Petit;Marie Durand;
            4;Léo;Petit;Marie Durand;

            """);
        var mapping = (await host.Importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        var plan = await host.Importer.PreviewAsync(source, mapping, cancellationToken: Cancellation);
        store.PutLead(new() { SellsyContactId = "1" }, ImportHost.Marie);

        var report = await host.Importer.AddAsync(source, plan, cancellationToken: Cancellation);

        Assert.Equal(new ImportCounts(5, 3, 0, 0, 0, 2), report.Counts);
        Assert.Equal(
            [$"{{{Prefix}.outcome=added}} 3", $"{{{Prefix}.outcome=error}} 2"],
            host.Metrics.SumsOf($"{Prefix}.rows").Where(sum => !sum.Contains("updated", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_fails_is_measured_with_the_type_of_its_error()
    {
        using var host = new TelemetryHost();
        var plan = await host.PreviewAsync();

        await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.PreviewAsync(ImportHost.Source(""), plan.Mapping, cancellationToken: Cancellation));

        Assert.Contains($"{{{Prefix}.operation=preview, error.type=FileEmpty}} 0", host.Metrics.SumsOf($"{Prefix}.operation.duration"));
    }
}
