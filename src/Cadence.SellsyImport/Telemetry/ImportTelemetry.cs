using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cadence.SellsyImport.Telemetry;

/// <summary>Logs, measures and traces the operations of the imports of one host. Thread-safe.</summary>
internal sealed class ImportTelemetry(ILoggerFactory? loggers, IMeterFactory? meters, TimeProvider time) : IDisposable
{
    public static readonly string? Version = typeof(ImportTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    private static readonly ActivitySource Source = new(SellsyImportTelemetry.ActivitySourceName, Version);

    public ILogger Log { get; } = (loggers ?? NullLoggerFactory.Instance).CreateLogger(ImportLog.Category);

    public ImportMetrics Metrics { get; } = new(meters);

    /// <summary>Runs a preview, an import or an undo, and records how long it took and how it ended.</summary>
    /// <param name="name">One of <see cref="OperationNames"/>.</param>
    /// <param name="work">Does the work, and records what came out of it.</param>
    /// <param name="cancellationToken">The one that the caller cancels, which the work watches itself.</param>
    public async Task<T> RunAsync<T>(string name, Func<TelemetryOperation, Task<T>> work, CancellationToken cancellationToken)
    {
        using var operation = Start(name);
        string? error = null;
        try
        {
            return await work(operation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var isCancelled = ErrorTypes.IsCancelled(exception, cancellationToken);
            error = ErrorTypes.Of(exception, isCancelled);
            operation.Fail(error, isCancelled);
            LogFailure(exception, isCancelled, name, operation.ImportId, error);
            throw;
        }
        finally
        {
            var tags = new TagList { { TelemetryTags.Operation, name } };
            if (error is not null)
            {
                tags.Add(TelemetryTags.ErrorType, error);
            }

            Metrics.OperationDuration.Record(operation.Elapsed.TotalSeconds, tags);
        }
    }

    public TelemetryOperation Start(string name) => new(Source.StartActivity($"sellsy_import.{name}"), time);

    public void Dispose() => Metrics.Dispose();

    private void LogFailure(Exception exception, bool isCancelled, string name, string? importId, string error)
    {
        switch (exception)
        {
            case var _ when isCancelled:
                Log.OperationCancelled(name, importId);
                break;
            case SellsyImportException:
                Log.OperationRefused(name, importId, error);
                break;
            default:
                Log.OperationFailed(name, importId, error);
                break;
        }
    }
}
