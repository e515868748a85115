using System.Globalization;
using Cadence.SellsyImport.Customers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterImport;

/// <summary>The services of a node, and of a command beside the nodes.</summary>
internal static class ClusterServices
{
    public static void Add(IServiceCollection services, IConfiguration settings, bool isNode)
    {
        var connection = settings["Connection"]!;

        // A node that freezes within a batch holds the schema for as long; see "An unresponsive writer" in docs/postgresql.md.
        var lockTimeout = settings.GetValue<TimeSpan>("LockTimeout");

        // A clock that is wrong, to try what a cluster does then. Without it, the system's.
        services.AddSingleton<TimeProvider>(new ShiftedClock(TimeSpan.Parse(settings["Clock"] ?? "00:00:00", CultureInfo.InvariantCulture)));
        if (settings.GetValue<bool>("SchemaPerCustomer"))
        {
            services.AddSellsyImportCustomers((_, customer, own) =>
            {
                AddImport(own, settings)
                    .UsePostgreSql(options => (options.ConnectionString, options.Schema, options.LockTimeout) = (connection, $"customer_{customer}", lockTimeout))
                    .UsePostgreSqlFiles();
                return new(own.BuildServiceProvider());
            });
        }
        else
        {
            AddImport(services, settings)
                .UsePostgreSql(options => (options.ConnectionString, options.LockTimeout) = (connection, lockTimeout))
                .UsePostgreSqlFiles();
        }

        services.AddSellsyImportJobs(options =>
        {
            settings.GetSection("Jobs").Bind(options);
            (options.ConnectionString, options.NodeName) = (connection, isNode ? settings["Node"] : null);
            options.ImportsPerNode = isNode ? options.ImportsPerNode : 0;
        });
    }

    private static SellsyImportBuilder AddImport(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<ICadenceUserProvider>(new ConfiguredUsers(settings));
        return services.AddSellsyImport(settings.GetSection("SellsyImport"));
    }
}
