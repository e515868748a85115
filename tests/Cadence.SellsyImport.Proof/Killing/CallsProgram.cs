using System.Globalization;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Killing;

/// <summary>
/// Imports a file, or undoes an import, in small batches, and tells every call of the store before and after it does its work, one line
/// each. At a given place it stands still until a line comes in: there it is to be killed from outside, and what it left is the state in between, or to
/// be asked to stop by another process.
/// </summary>
public static class CallsProgram
{
    private const string PostgreSql = "Host=";
    private const string Separate = "separate:";
    private const string Entities = "entities:";

    /// <param name="arguments">
    /// <c>import</c> or <c>undo</c>; the database's file, how its server is reached, <c>separate:</c> and the folder of a
    /// <see cref="SeparateStore"/>, or <c>entities:</c> and how the database of a <see cref="EntityStore"/> is reached; the export or the import's id; the size of a batch; the one-based number of the line at which it stands
    /// still, 0 for none.
    /// </param>
    /// <param name="output">Where the calls are told.</param>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var (task, target) = (arguments[0], arguments[2]);
        var batchSize = int.Parse(arguments[3], CultureInfo.InvariantCulture);
        var place = int.Parse(arguments[4], CultureInfo.InvariantCulture);
        if (arguments[1].StartsWith(Separate, StringComparison.Ordinal))
        {
            await using var separate = SeparateStore.Host(arguments[1][Separate.Length..], batchSize, call => Tell(call, place, output));
            return await RunAsync(separate, task, target, output);
        }

        await using var store = arguments[1].StartsWith(Entities, StringComparison.Ordinal) ? EntityStore.Host(arguments[1][Entities.Length..]) : Store(arguments[1]);
        await using var host = Host(store, batchSize, call => Tell(call, place, output));
        return await RunAsync(host, task, target, output);
    }

    private static async Task<int> RunAsync(ServiceProvider host, string task, string target, TextWriter output)
    {
        try
        {
            var importId = task == "undo" ? await UndoAsync(host, target) : await ImportAsync(host, target);
            output.WriteLine($"done {importId}");
        }
        catch (OperationCanceledException exception) when (exception.InnerException is SellsyImportException reason)
        {
            output.WriteLine($"done {reason.Code}");
        }

        return 0;
    }

    private static async Task<string> ImportAsync(ServiceProvider host, string path)
    {
        var importer = host.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromFile(path);
        var overview = await importer.OpenAsync(source);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping);
        var report = await importer.AddAsync(source, plan.WithExistingLeads(ExistingLeadPolicy.Overwrite));
        return report.Import.ImportId;
    }

    private static async Task<string> UndoAsync(ServiceProvider host, string importId) =>
        (await host.GetRequiredService<IImportHistory>().UndoAsync(importId)).Import.ImportId;

    private static ServiceProvider Store(string database)
    {
        var services = new ServiceCollection();
        var builder = services.AddSellsyImport();
        _ = database.StartsWith(PostgreSql, StringComparison.Ordinal) ? builder.UsePostgreSql(database) : builder.UseSqlite(database);
        return services.BuildServiceProvider();
    }

    private static ServiceProvider Host(ServiceProvider store, int batchSize, Action<SinkCall> told)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILeadSink>(new FaultInjectingLedgerSink(store.GetRequiredService<ILeadSink>(), 0) { OnCall = told });
        services.AddSingleton(store.GetRequiredService<ICadenceUserProvider>());
        services.AddSellsyImport(options => options.BatchSize = batchSize);
        return services.BuildServiceProvider();
    }

    private static void Tell(SinkCall call, int place, TextWriter output)
    {
        var line = (2 * call.Number) - (call.IsDone ? 0 : 1);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(call.IsDone ? "after" : "before")} {call.Number} {call.Method}"));
        if (line == place)
        {
            Console.In.ReadLine();
        }
    }
}
