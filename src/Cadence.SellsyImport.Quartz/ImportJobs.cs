using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Cadence.SellsyImport.Quartz;

/// <summary>Enqueues: the row of the registry and the job of Quartz in one transaction.</summary>
internal sealed class ImportJobs(
    JobDatabase database,
    JobRegistry registry,
    RecurringRegistry recurring,
    JobScheduler jobs,
    JobCustomers customers,
    IScheduler scheduler,
    TimeProvider time,
    [FromKeyedServices(JobLog.Category)] ILogger log) : IImportJobs
{
    private const int LongestCustomer = 100;
    private const int LongestName = 100;

    public async Task<string> EnqueueAsync(
        ImportSource source, FieldMapping? mapping, ImportJobOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new();
        if (!options.Preview.Corrections.IsEmpty)
        {
            throw new ArgumentException("Corrections belong to the plan of a preview, and a job previews the file itself.", nameof(options));
        }

        // The setter refuses an id that is none.
        var importId = new AddOptions { ImportId = options.ImportId }.ImportId ?? Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var key = KeyOf(importId, options.Customer);
        var customer = await customers.OpenAsync(key.Customer, cancellationToken).ConfigureAwait(false);
        await using var closing = customer.ConfigureAwait(false);
        var overview = await customer.Importer.OpenAsync(source, options.Preview.Overrides, cancellationToken).ConfigureAwait(false);
        var profile = ImportProfile.From(mapping ?? overview.Suggestion.Mapping, options.Preview.Decisions, overview.Columns)
            .WithOverrides(options.Preview.Overrides)
            .WithMatchDecisions(options.Preview.MatchDecisions)
            .ToJson();
        if (await registry.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } there)
        {
            var hash = await JobFiles.HashAsync(source, cancellationToken).ConfigureAwait(false);
            return await AgainAsync(there, hash, profile, options, cancellationToken).ConfigureAwait(false);
        }

        var (fileId, fileHash) = await JobFiles.StoreAsync(source, customer.Files, time, cancellationToken).ConfigureAwait(false);
        var row = new JobRow(key, ImportWork.Import, ImportJobState.Waiting, source.Name)
        {
            FileId = fileId,
            FileHash = fileHash,
            Profile = profile,
            ExistingLeads = options.ExistingLeads,
            SellsyAccount = options.Preview.SellsyAccount,
            StartedBy = options.StartedBy,
        };
        var isAdded = false;
        try
        {
            isAdded = await AddAsync(row, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!isAdded && await registry.FindAsync(key, CancellationToken.None).ConfigureAwait(false) is var other && other?.FileId != fileId)
            {
                await customer.Files.DeleteAsync(fileId, CancellationToken.None).ConfigureAwait(false);
            }
        }

        if (!isAdded && await registry.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } faster)
        {
            return await AgainAsync(faster, fileHash, profile, options, cancellationToken).ConfigureAwait(false);
        }

        log.Enqueued(importId);
        return importId;
    }

    public Task UndoAsync(string importId, string? customer = null, CancellationToken cancellationToken = default) =>
        SetWorkAsync(KeyOf(importId, customer), ImportWork.Undo, cancellationToken);

    public async Task CancelAsync(string importId, string? customer = null, CancellationToken cancellationToken = default)
    {
        var key = KeyOf(importId, customer);
        await SetWorkAsync(key, ImportWork.Cancel, cancellationToken).ConfigureAwait(false);
        await scheduler.Interrupt(key.Job, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ImportJobInfo>> ReadAsync(CancellationToken cancellationToken = default)
    {
        var rows = await registry.ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var firings = await scheduler.QueryFireInstances(new FireInstanceQuery(), cancellationToken).ConfigureAwait(false);
        var running = firings.Items.Where(firing => firing.JobKey is not null).ToLookup(firing => firing.JobKey!);
        return [.. rows.Select(row => InfoOf(row, running[row.Key.Job].LastOrDefault()))];
    }

    public Task ScheduleAsync(RecurringImport import, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(import);
        _ = KeyOf(import.Name, import.Customer);
        if (import.Name.Length > LongestName || !CronExpression.TryParse(import.Schedule, out _) || import.Folder is null == import.Link is null
            || import.Link is { Scheme: not ("http" or "https") })
        {
            throw new ArgumentException(
                $"A recurring import has a name of at most {LongestName} characters, a cron expression, and either a folder or an http(s) link.", nameof(import));
        }

        return database.InTransactionAsync(
            async transaction =>
            {
                await recurring.SetAsync(transaction, import, cancellationToken).ConfigureAwait(false);
                await jobs.ScheduleAsync(transaction, import, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public Task UnscheduleAsync(string name, string? customer = null, CancellationToken cancellationToken = default) => database.InTransactionAsync(
        async transaction =>
        {
            await recurring.DeleteAsync(transaction, customer ?? "", name, cancellationToken).ConfigureAwait(false);
            await jobs.UnscheduleAsync(transaction, customer ?? "", name, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    public async Task<IReadOnlyList<RecurringImport>> ReadRecurringAsync(CancellationToken cancellationToken = default) =>
        await recurring.ReadAllAsync(cancellationToken).ConfigureAwait(false);

    private static ImportJobKey KeyOf(string importId, string? customer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(importId);
        return customer is null or { Length: <= LongestCustomer }
            ? new(customer ?? "", importId)
            : throw new ArgumentException($"The name of a customer has at most {LongestCustomer} characters.", nameof(customer));
    }

    private static ImportJobInfo InfoOf(JobRow row, FireInstance? firing) =>
        new(row.Key.ImportId, row.Key.Customer, row.FileName, row.Work, row.State, row.EnqueuedAt)
        {
            StartedBy = row.StartedBy,
            EndedAt = row.EndedAt,
            Attempts = row.Attempts,
            Node = firing?.SchedulerInstanceId,
            Percent = firing?.Progress,
            RowsPerSecond = JobProgress.RateOf(firing?.ProgressMessage),
            Reason = row.Reason,
            ReasonArguments = row.ReasonArguments,
        };

    private Task<bool> AddAsync(JobRow row, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            var isAdded = await registry.AddAsync(transaction, row, cancellationToken).ConfigureAwait(false);
            if (isAdded)
            {
                await jobs.ScheduleAsync(transaction, row.Key, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            }

            return isAdded;
        },
        cancellationToken);

    /// <summary>A call that is repeated: nothing to do, or another try of what has failed.</summary>
    private async Task<string> AgainAsync(JobRow there, byte[] hash, string profile, ImportJobOptions options, CancellationToken cancellationToken)
    {
        if (!there.FileHash.Span.SequenceEqual(hash) || there.Profile != profile || there.SellsyAccount != options.Preview.SellsyAccount
            || there.ExistingLeads != options.ExistingLeads)
        {
            throw new SellsyImportException(ErrorCodes.ImportIdTaken, there.Key.ImportId);
        }

        if (there is { Work: ImportWork.Import, State: ImportJobState.Failed })
        {
            await SetWorkAsync(there.Key, ImportWork.Import, cancellationToken).ConfigureAwait(false);
        }

        return there.Key.ImportId;
    }

    private Task SetWorkAsync(ImportJobKey key, ImportWork work, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            var isOther = await registry.SetWorkAsync(transaction, key, work, cancellationToken).ConfigureAwait(false);
            if (isOther)
            {
                await jobs.ScheduleAsync(transaction, key, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            }

            return isOther;
        },
        cancellationToken);
}
