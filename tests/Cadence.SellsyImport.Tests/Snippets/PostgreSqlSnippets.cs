using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of docs/postgresql.md.</summary>
public sealed class PostgreSqlSnippets
{
    [Fact]
    public async Task A_store_by_its_connection()
    {
        var services = new ServiceCollection();

        services.AddSellsyImport().UsePostgreSql("Host=localhost;Database=cadence;Username=cadence");

        await using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<ISellsyImporter>());
    }

    [Fact]
    public async Task A_store_on_a_server()
    {
        var services = new ServiceCollection();

        services.AddSellsyImport().UsePostgreSql(options =>
        {
            options.ConnectionString = "Host=db.example;Database=cadence;Username=cadence;Password=…";
            options.Schema = "cadence_import";
            options.LockTimeout = TimeSpan.FromSeconds(30);
        });

        await using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<ISellsyImporter>());
        Assert.NotNull(provider.GetRequiredService<PostgreSqlUserTable>());
    }
}
