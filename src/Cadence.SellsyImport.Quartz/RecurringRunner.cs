using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Quartz;

/// <summary>
/// Looks at the folder or the link of a recurring import, and enqueues what is new. The id of an import is the hash of the file and of all that says how it
/// is imported, so no file is imported twice in the same way.
/// </summary>
internal sealed class RecurringRunner(
    RecurringRegistry registry,
    IImportJobs jobs,
    JobCustomers customers,
    TimeProvider time,
    [FromKeyedServices(JobLog.Category)] ILogger log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);
    private static readonly HttpClient Client = new();

    public async Task RunAsync(string customer, string name, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(customer, name, cancellationToken).ConfigureAwait(false) is not { } import)
        {
            return;
        }

        var failure = import.Folder is { } folder
            ? await EnqueueFolderAsync(import, folder, cancellationToken).ConfigureAwait(false)
            : await TryAsync(() => EnqueueLinkAsync(import, import.Link!, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            log.RecurringAlarm(name, failure.Code);
        }

        await registry.SetAlarmAsync(import, failure?.Code, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<JobFailure?> TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work().ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (exception is SellsyImportException or IOException or UnauthorizedAccessException or HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return JobFailure.Of(exception);
        }
    }

    /// <summary>Enqueues every file that is ready: one that cannot be enqueued stays, and does not keep the others waiting.</summary>
    private async Task<JobFailure?> EnqueueFolderAsync(RecurringImport import, string folder, CancellationToken cancellationToken)
    {
        List<FileInfo> ready = [];
        var failure = await TryAsync(
            () =>
            {
                ready.AddRange(new DirectoryInfo(folder).EnumerateFiles("*.csv", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
                    .Where(file => file.LastWriteTimeUtc <= time.GetUtcNow() - Quiet)
                    .OrderBy(file => file.LastWriteTimeUtc));
                return Task.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var file in ready)
        {
            failure = await TryAsync(() => EnqueueFileAsync(import, folder, file, cancellationToken), cancellationToken).ConfigureAwait(false) ?? failure;
        }

        return failure;
    }

    private async Task EnqueueFileAsync(RecurringImport import, string folder, FileInfo file, CancellationToken cancellationToken)
    {
        var importId = await EnqueueAsync(import, ImportSource.FromFile(file.FullName), cancellationToken).ConfigureAwait(false);
        var target = Directory.CreateDirectory(Path.Combine(folder, "enqueued", importId));
        file.MoveTo(Path.Combine(target.FullName, file.Name), overwrite: true);
    }

    private async Task EnqueueLinkAsync(RecurringImport import, Uri link, CancellationToken cancellationToken)
    {
        using var response = await Client.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var name = Path.GetFileName(link.LocalPath) is { Length: > 0 } fileName ? fileName : "contacts.csv";
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        using var source = await ImportSource.FromStreamAsync(name, stream, cancellationToken).ConfigureAwait(false);
        await EnqueueAsync(import, source, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> EnqueueAsync(RecurringImport import, ImportSource source, CancellationToken cancellationToken)
    {
        var customer = await customers.OpenAsync(import.Customer ?? "", cancellationToken).ConfigureAwait(false);
        await using var closing = customer.ConfigureAwait(false);
        var overview = await customer.Importer.OpenAsync(source, import.Profile.Overrides, cancellationToken).ConfigureAwait(false);
        var options = new ImportJobOptions
        {
            ImportId = IdOf(import, await JobFiles.HashAsync(source, cancellationToken).ConfigureAwait(false)),
            Customer = import.Customer,
            StartedBy = import.Name,
            Preview = PreviewOptions.FromProfile(import.Profile, import.SellsyAccount),
            ExistingLeads = import.ExistingLeads,
        };
        var mapping = import.Profile.ApplyTo(source.Name, overview.Columns, customer.Fields);
        return await jobs.EnqueueAsync(source, mapping, options, cancellationToken).ConfigureAwait(false);
    }

    private static string IdOf(RecurringImport import, byte[] fileHash)
    {
        var how = string.Join('\0', import.Customer, import.Name, import.Profile.ToJson(), import.ExistingLeads, import.SellsyAccount);
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(how), 0, .. fileHash]))[..32];
    }
}
