using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Quartz;

/// <summary>Looks at the folder or the link of a recurring import, and enqueues what is new. The id of an import is the hash of name and file, so no file is imported twice.</summary>
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

        try
        {
            await (import.Folder is { } folder
                ? EnqueueFolderAsync(import, folder, cancellationToken)
                : EnqueueLinkAsync(import, import.Link!, cancellationToken)).ConfigureAwait(false);
            await registry.SetAlarmAsync(import, null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SellsyImportException or IOException or UnauthorizedAccessException or HttpRequestException)
        {
            var failure = JobFailure.Of(exception);
            log.RecurringAlarm(name, failure.Code);
            await registry.SetAlarmAsync(import, failure.Code, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task EnqueueFolderAsync(RecurringImport import, string folder, CancellationToken cancellationToken)
    {
        var ready = new DirectoryInfo(folder).EnumerateFiles("*.csv", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
            .Where(file => file.LastWriteTimeUtc <= time.GetUtcNow() - Quiet)
            .OrderBy(file => file.LastWriteTimeUtc)
            .ToList();
        foreach (var file in ready)
        {
            var importId = await EnqueueAsync(import, ImportSource.FromFile(file.FullName), cancellationToken).ConfigureAwait(false);
            var target = Directory.CreateDirectory(Path.Combine(folder, "enqueued", importId));
            file.MoveTo(Path.Combine(target.FullName, file.Name), overwrite: true);
        }
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
            ImportId = IdOf(import.Name, await JobFiles.HashAsync(source, cancellationToken).ConfigureAwait(false)),
            Customer = import.Customer,
            StartedBy = import.Name,
            Preview = new() { Decisions = import.Profile.Owners, Overrides = import.Profile.Overrides },
            ExistingLeads = import.ExistingLeads,
        };
        var mapping = import.Profile.ApplyTo(source.Name, overview.Columns, customer.Fields);
        return await jobs.EnqueueAsync(source, mapping, options, cancellationToken).ConfigureAwait(false);
    }

    private static string IdOf(string name, byte[] fileHash) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0, .. fileHash]))[..32];
}
