using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class ImporterTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_same_file_by_four_importers_at_once_gives_the_leads_of_one_import()
    {
        var generator = new SellsyExportGenerator(new SellsyExportOptions { Seed = 7, Rows = 1_500, Companies = 100 });
        await _store.Users.AddUsersAsync(generator.Users, TestContext.Current.CancellationToken);

        var reports = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => Task.Run(() => ImportUnlessRunningAsync(generator.ToSource()))));

        Assert.All(reports, report => Assert.True(report is null or { Counts.IsBalanced: true }));
        Assert.Equal(1_500, reports.Sum(report => report?.Counts.Added ?? 0));
        Assert.Equal(1_500, await _store.CountAsync("leads"));

        var again = await ImportAsync(generator.ToSource());

        Assert.Equal((0L, 1_500L), (again.Counts.Added, again.Counts.Skipped));
        Assert.Equal(1_500, await _store.CountAsync("leads"));
    }

    private async Task<ImportReport?> ImportUnlessRunningAsync(ImportSource source)
    {
        try
        {
            return await ImportAsync(source);
        }
        catch (SellsyImportException exception) when (exception.Code == ErrorCodes.ImportIsRunning)
        {
            return null;
        }
    }

    private async Task<ImportReport> ImportAsync(ImportSource source)
    {
        var services = new ServiceCollection();
        services.AddSellsyImport(options => options.BatchSize = 100).UsePostgreSql(options =>
        {
            options.ConnectionString = server.ConnectionString;
            options.Schema = _store.Schema;
        });
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var overview = await importer.OpenAsync(source, TestContext.Current.CancellationToken);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: TestContext.Current.CancellationToken);
        return await importer.AddAsync(source, plan, cancellationToken: TestContext.Current.CancellationToken);
    }
}
