using System.Collections.Immutable;
using System.Diagnostics;
using Cadence.SellsyImport;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ReadyLeads;

/// <summary>Imports a previewed file into sinks of a host, with and without a separate ledger in SQLite, and into the SQLite store.</summary>
internal static class LedgerRun
{
    private static readonly string[] Shapes = ["nothing", "nothing, ledger", "file", "file, ledger", "file that undoes, ledger", "SQLite store"];

    public static async Task RunAsync(int rows, int runs, string folder)
    {
        var generator = new SellsyExportGenerator(new() { Rows = rows, Companies = 2_000 });
        var path = Path.Combine(folder, "contacts.csv");
        await using (var file = File.Create(path))
        {
            generator.Write(file);
        }

        var source = ImportSource.FromFile(path);
        for (var run = 0; run <= runs; run++)
        {
            foreach (var shape in Shapes)
            {
                await MeasureAsync(shape, generator, source, Directory.CreateDirectory(Path.Combine(folder, $"{run} {shape}")).FullName, isShown: run > 0);
            }
        }
    }

    private static async Task MeasureAsync(string shape, SellsyExportGenerator generator, ImportSource source, string folder, bool isShown)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(generator.Users));
        var builder = services.AddSellsyImport();
        _ = shape switch
        {
            "SQLite store" => builder.UseSqlite(Path.Combine(folder, "store.db")),
            _ when shape.EndsWith("ledger", StringComparison.Ordinal) => builder.UseSqliteLedger(Path.Combine(folder, "ledger.db")),
            _ => builder,
        };
        if (shape != "SQLite store")
        {
            var leads = shape.StartsWith("nothing", StringComparison.Ordinal) ? null : Path.Combine(folder, "leads.jsonl");
            services.AddSingleton<ILeadSink>(_ => shape.Contains("undoes", StringComparison.Ordinal) ? new RemovingFileSink(leads!) : new FileSink(leads));
        }

        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var overview = await importer.OpenAsync(source);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping);
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await importer.AddAsync(source, plan);
        await provider.DisposeAsync();
        if (isShown)
        {
            Console.WriteLine($"{shape,-28}{clock.Elapsed.TotalMilliseconds,8:F0}{(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds,8:F0}");
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Appends each lead to a file as JSON, and flushes each batch to the system; without a path it drops them.</summary>
    private class FileSink(string? path) : ILeadSink, IDisposable
    {
        private readonly FileStream? _file = path is null ? null : File.Create(path);

        public void Dispose() => _file?.Dispose();

        public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
            new([]);

        public async ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
        {
            if (_file is not null)
            {
                foreach (var entry in batch.Entries)
                {
                    _file.Write(System.Text.Encoding.UTF8.GetBytes(LeadSnapshot.ToJson(new(entry.Lead, entry.Owner, 0))));
                }

                await _file.FlushAsync(cancellationToken);
            }

            return [.. batch.Entries.Select(_ => LeadEntryOutcome.Added)];
        }
    }

    private sealed class RemovingFileSink(string path) : FileSink(path), ILeadRemover
    {
        public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
            new([]);

        public ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(ImportInfo import, ImmutableArray<LeadVersion> leads, CancellationToken cancellationToken = default) =>
            new([.. leads.Select(_ => UndoOutcome.Vanished)]);
    }
}
