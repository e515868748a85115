using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkerImport;

if (args is not [var path, ..] || path.StartsWith('-') || !Directory.Exists(path))
{
    Console.Error.WriteLine("Usage: WorkerImport FOLDER [--Database=FILE] [--Poll=00:00:02] [--SellsyImport:BatchSize=1000] …");
    Console.Error.WriteLine("Imports each .csv that appears in FOLDER, an existing folder. appsettings.json has the users and all settings.");
    return 2;
}

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args[1..], ContentRootPath = AppContext.BaseDirectory });

// The importer: options from the configuration, leads and ledger in a SQLite database, users from the configuration.
builder.Services.AddSellsyImport(builder.Configuration.GetSection("SellsyImport"))
    .UseSqlite((host, options) => options.DatabasePath = host.GetRequiredService<IConfiguration>()["Database"] ?? Path.Combine(path, "cadence.db"));
builder.Services.AddSingleton<ICadenceUserProvider, ConfiguredUsers>();

// The worker.
var poll = TimeSpan.Parse(builder.Configuration["Poll"] ?? "00:00:02", CultureInfo.InvariantCulture);
builder.Services.AddSingleton(new WatchedFolder(path));
builder.Services.AddHostedService(host => ActivatorUtilities.CreateInstance<ImportWorker>(host, poll));

// Logs and metrics on the console.
builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
builder.Services.AddHostedService<ConsoleMetrics>();

await builder.Build().RunAsync();
return 0;
