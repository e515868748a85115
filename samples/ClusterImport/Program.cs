using ClusterImport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var words = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
if (words is not ([] or ["enqueue", _, ..] or ["jobs"] or ["undo" or "cancel", _]))
{
    Console.Error.WriteLine("Usage: ClusterImport --node NAME                  starts a node; start any number of them, with different names");
    Console.Error.WriteLine("       ClusterImport enqueue FILE… [--customer NAME] | jobs | undo ID | cancel ID");
    Console.Error.WriteLine("All take --connection \"Host=…;Database=…;Username=…\". The first start creates the schemas. appsettings.json has the users and all settings.");
    return 2;
}

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args[words.Length..], ContentRootPath = AppContext.BaseDirectory });
builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss.fff "));
ClusterServices.Add(builder.Services, builder.Configuration, isNode: words is []);

using var host = builder.Build();
if (words is [])
{
    await host.RunAsync();
    return 0;
}

// Started, but it runs no imports.
await host.StartAsync();
await ActivatorUtilities.CreateInstance<Commands>(host.Services).RunAsync(words[0], words[1..]);
await host.StopAsync();
return 0;
