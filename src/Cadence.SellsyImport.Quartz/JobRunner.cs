using System.Runtime.ExceptionServices;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cadence.SellsyImport.Quartz;

/// <summary>One try of a job: looks in the ledger what is unfinished, does it, and decides what a failure means.</summary>
internal sealed class JobRunner(
    JobRegistry registry,
    JobCustomers customers,
    QuartzJobsOptions options,
    TimeProvider time,
    [FromKeyedServices(JobLog.Category)] ILogger log)
{
    /// <summary>A lease has ended for certain by then, and the clocks of two machines differ by less.</summary>
    private static readonly TimeSpan AfterLease = TimeSpan.FromMilliseconds(500);

    /// <summary>How many ends of a process count as a failure of the import.</summary>
    private const int EndsOfProcess = 2;

    /// <returns>When the job wants to be woken up again; null where it is done or has failed.</returns>
    public async Task<DateTimeOffset?> RunAsync(ImportJobKey key, string node, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        if (await registry.BeginAsync(key, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        log.Runs(key.ImportId, row.Attempts, node);
        try
        {
            var customer = await customers.OpenAsync(key.Customer, cancellationToken).ConfigureAwait(false);
            await using var closing = customer.ConfigureAwait(false);
            return await RunAsync(customer, row, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (await HasFailedAsync(row, exception).ConfigureAwait(false))
            {
                return null;
            }

            throw;
        }
    }

    private async Task<DateTimeOffset?> RunAsync(JobCustomer customer, JobRow row, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var key = row.Key;
        using var slice = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, slice.Token);
        try
        {
            var import = await customer.Ledger.FindImportAsync(key.ImportId, cancellationToken).ConfigureAwait(false);
            if (import is not null && import.Batches > row.Batches)
            {
                await registry.ProgressAsync(key, import.Batches, cancellationToken).ConfigureAwait(false);
            }
            else if (row.Attempts > EndsOfProcess * options.MaxAttempts)
            {
                await EndAsync(row, new(ErrorCodes.ImportProcessEnded, [key.ImportId])).ConfigureAwait(false);
                return null;
            }

            await DoAsync(customer, row, import, slice, progress, stopping.Token).ConfigureAwait(false);
            await EndAsync(row, failure: null).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                await registry.TakeBackAsync(key, CancellationToken.None).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }

            await registry.YieldAsync(key, CancellationToken.None).ConfigureAwait(false);
            return time.GetUtcNow();
        }
        catch (OperationCanceledException)
        {
            var import = await customer.Ledger.FindImportAsync(key.ImportId, CancellationToken.None).ConfigureAwait(false);
            if (import?.CancelRequest is null)
            {
                throw;
            }

            // A person asked in the history for it to be stopped. It stays interrupted until it is enqueued or resumed again.
            await EndAsync(row, new(ErrorCodes.ImportCancelRequested, [key.ImportId])).ConfigureAwait(false);
            return null;
        }
        catch (SellsyImportException exception) when (!IsOfServer(exception))
        {
            return await AfterAsync(customer, row, exception).ConfigureAwait(false);
        }
    }

    private Task DoAsync(
        JobCustomer customer, JobRow row, LedgerImport? import, CancellationTokenSource slice, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        if (row.Work == ImportWork.Import && import is null)
        {
            return AddAsync(customer, row, slice, progress, cancellationToken);
        }

        slice.CancelAfter(options.Slice);
        return row.Work switch
        {
            ImportWork.Undo => customer.History.UndoAsync(row.Key.ImportId, progress, cancellationToken),
            ImportWork.Cancel => import is null || !IsUnfinished(import) ? Task.CompletedTask : customer.History.EndAsync(row.Key.ImportId, cancellationToken),
            _ when IsUnfinished(import!) => customer.History.ResumeAsync(
                row.Key.ImportId, row.FileId is null ? null : customer.SourceOf(row), progress, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>
    /// Previews the file as it was enqueued, and adds every row that can be added. The slice starts with the write: a preview that was stopped would start
    /// at the first row again.
    /// </summary>
    private async Task AddAsync(
        JobCustomer customer, JobRow row, CancellationTokenSource slice, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var source = customer.SourceOf(row);
        var profile = ImportProfile.Parse(row.Profile!, row.FileName);
        var overview = await customer.Importer.OpenAsync(source, profile.Overrides, cancellationToken).ConfigureAwait(false);
        var mapping = profile.ApplyTo(row.FileName, overview.Columns, customer.Fields);
        var preview = PreviewOptions.FromProfile(profile, row.SellsyAccount);
        var plan = await customer.Importer.PreviewAsync(source, mapping, preview, progress, cancellationToken).ConfigureAwait(false);
        plan = plan.WithExistingLeads(row.ExistingLeads ?? plan.ExistingLeads);
        var add = new AddOptions { ImportId = row.Key.ImportId, StartedBy = row.StartedBy, Customer = row.Key.Customer.Length == 0 ? null : row.Key.Customer };
        slice.CancelAfter(options.Slice);
        await customer.Importer.AddAsync(source, plan, add, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Another node was faster, or holds the lease. Anything else is thrown.</summary>
    private async Task<DateTimeOffset?> AfterAsync(JobCustomer customer, JobRow row, SellsyImportException exception)
    {
        var import = await customer.Ledger.FindImportAsync(row.Key.ImportId, CancellationToken.None).ConfigureAwait(false);
        if (row.Work == ImportWork.Import && import is not null && !IsUnfinished(import))
        {
            await EndAsync(row, failure: null).ConfigureAwait(false);
            return null;
        }

        if (exception.Code is not (ErrorCodes.ImportIsRunning or ErrorCodes.ImportTakenOver))
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        await registry.TakeBackAsync(row.Key, CancellationToken.None).ConfigureAwait(false);
        var until = (import?.Lease?.ExpiresAt ?? time.GetUtcNow()) + AfterLease;
        log.WaitsForLease(row.Key.ImportId, import?.Lease?.Holder ?? "", until);
        return until;
    }

    /// <summary>Counts a failure, unless it is the server's. After too many without another batch the job has failed; before, Quartz tries it again.</summary>
    private async Task<bool> HasFailedAsync(JobRow row, Exception exception)
    {
        var failure = JobFailure.Of(exception);
        if (IsOfServer(exception))
        {
            log.Unreachable(row.Key.ImportId, failure.Code);
            await registry.TakeBackAsync(row.Key, CancellationToken.None).ConfigureAwait(false);
            return false;
        }

        var attempts = (await registry.FindAsync(row.Key, CancellationToken.None).ConfigureAwait(false))?.Attempts ?? 0;
        if (attempts >= options.MaxAttempts && !await HasStoredMoreAsync(row).ConfigureAwait(false))
        {
            await EndAsync(row, failure).ConfigureAwait(false);
            return true;
        }

        log.TryFailed(row.Key.ImportId, attempts, failure.Code);
        await registry.FailAsync(row.Key, failure, CancellationToken.None).ConfigureAwait(false);
        return false;
    }

    /// <summary>Whether the try that failed stored a batch; then its failures are counted anew.</summary>
    private async Task<bool> HasStoredMoreAsync(JobRow row)
    {
        var customer = await customers.OpenAsync(row.Key.Customer, CancellationToken.None).ConfigureAwait(false);
        await using var closing = customer.ConfigureAwait(false);
        if (await customer.Ledger.FindImportAsync(row.Key.ImportId, CancellationToken.None).ConfigureAwait(false) is not { } import || import.Batches <= row.Batches)
        {
            return false;
        }

        await registry.ProgressAsync(row.Key, import.Batches, CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    private async Task EndAsync(JobRow row, JobFailure? failure)
    {
        await registry.EndAsync(row, failure, CancellationToken.None).ConfigureAwait(false);
        if (failure is null)
        {
            log.Done(row.Key.ImportId, row.Work);
        }
        else
        {
            log.Failed(row.Key.ImportId, row.Work, failure.Code);
        }
    }

    private static bool IsUnfinished(LedgerImport import) => import.State is ImportState.Running or ImportState.Interrupted;

    private static bool IsOfServer(Exception exception) => exception switch
    {
        SellsyImportException known => known.Code is ErrorCodes.ServerUnreachable or ErrorCodes.ServerReadOnly or ErrorCodes.DatabaseLocked,
        NpgsqlException { IsTransient: true } => true,
        _ => false,
    };
}
