using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Killing;

/// <summary>A host's own context, in SQLite or PostgreSQL. The users are those of the generated export.</summary>
internal static class EntityStore
{
    public static ServiceProvider Host(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddDbContextFactory<CrmContext>(options => _ = connectionString.StartsWith("Host=", StringComparison.Ordinal)
            ? options.UseNpgsql(connectionString)
            : options.UseSqlite(connectionString));
        services.AddSellsyImport().UseEntityFrameworkCore<CrmContext>(CrmMap.Configure);
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider([.. new SellsyExportGenerator(new() { Seed = 1, Owners = 3 }).Users]));
        return services.BuildServiceProvider();
    }
}
