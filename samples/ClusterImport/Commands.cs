using Cadence.SellsyImport.Quartz;
using Microsoft.Extensions.Configuration;

namespace ClusterImport;

/// <summary>What can be done from a shell while nodes run.</summary>
internal sealed class Commands(IImportJobs jobs, IConfiguration settings)
{
    private readonly string? _customer = settings["Customer"];

    public Task RunAsync(string word, string[] operands) => word switch
    {
        "enqueue" => EnqueueAsync(operands),
        "undo" => jobs.UndoAsync(operands[0], _customer),
        "cancel" => jobs.CancelAsync(operands[0], _customer),
        _ => ShowAsync(),
    };

    /// <summary>Enqueues each file, with the suggested mapping.</summary>
    private async Task EnqueueAsync(string[] paths)
    {
        foreach (var path in paths)
        {
            var id = await jobs.EnqueueAsync(ImportSource.FromFile(path), mapping: null, new() { Customer = _customer, StartedBy = Environment.UserName });
            Console.WriteLine($"{id} {path}");
        }
    }

    /// <summary>Shows all jobs, newest first.</summary>
    private async Task ShowAsync()
    {
        foreach (var job in await jobs.ReadAsync())
        {
            var place = job.Node is null ? "" : $" on {job.Node}, {job.Percent} %, {job.RowsPerSecond} rows/s";
            var reason = job.Reason is null ? "" : $": {ImportTexts.English.ErrorText(job.Reason, job.ReasonArguments)}";
            Console.WriteLine($"{job.ImportId} {job.Customer} {job.FileName}: {job.Work} {job.State}{place}{reason}");
        }
    }
}
