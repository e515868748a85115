using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>Configures the importer as a host does.</summary>
internal static class Hosts
{
    /// <summary>Creates the services of an import into a database, which is created on first use.</summary>
    /// <param name="databasePath">The path of the database.</param>
    public static ServiceProvider Create(string databasePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(databasePath);
        var services = new ServiceCollection();
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(BenchmarkExport.Users));
        services.AddSellsyImport().UseSqlite(databasePath);
        return services.BuildServiceProvider();
    }
}
