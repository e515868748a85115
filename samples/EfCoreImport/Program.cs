using EfCoreImport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var settings = args.TakeWhile(argument => argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
var builder = Host.CreateApplicationBuilder(settings);
builder.Logging.ClearProviders();
builder.Services.AddCrm($"Data Source={builder.Configuration["Database"] ?? "crm.db"}");
using var host = builder.Build();
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

var services = host.Services;
var commands = new Commands(
    services.GetRequiredService<ISellsyImporter>(),
    services.GetRequiredService<IImportHistory>(),
    services.GetRequiredService<IDbContextFactory<CrmContext>>(),
    Console.Out);
try
{
    return await commands.RunAsync(args[settings.Length..], stopping.Token);
}
catch (SellsyImportException exception)
{
    Console.Error.WriteLine(ImportTexts.English.ErrorText(exception.Code, exception.Arguments));
    return 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped. The same command continues the import.");
    return 130;
}
