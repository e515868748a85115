using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Telemetry;

namespace Cadence.SellsyImport.Importing;

/// <summary>Records what came out of previews, imports and undos.</summary>
internal static class OperationTelemetry
{
    public static Task<ImportPlan> PreviewAsync(this ImportTelemetry telemetry, Func<Task<ImportPlan>> preview, CancellationToken cancellationToken) =>
        telemetry.RunAsync(
            OperationNames.Preview,
            async operation =>
            {
                var plan = await preview().ConfigureAwait(false);
                operation.Set(TelemetryTags.Rows, plan.Rows);
                operation.Set(TelemetryTags.Errors, plan.Counts.Error);
                telemetry.Metrics.Bytes.Add(plan.FileLength, new KeyValuePair<string, object?>(TelemetryTags.Operation, OperationNames.Preview));
                if (plan.Interrupted is { } interrupted)
                {
                    telemetry.Log.InterruptedImportShown(interrupted.ImportId, interrupted.NextRow);
                }
                else
                {
                    var (blank, active, errors) = plan.Counts;
                    telemetry.Log.PreviewFinished(plan.FileLength, plan.Rows, blank, active, errors, operation.Milliseconds);
                }

                return plan;
            },
            cancellationToken);

    public static BatchTelemetry Started(this ImportTelemetry telemetry, string importId, ImportPlan plan, int batches = 0, RowPosition? next = null)
    {
        if (next is { } position && batches > 0)
        {
            telemetry.Log.ImportContinued(importId, batches, position.Number);
        }
        else
        {
            telemetry.Log.ImportStarted(importId, plan.Rows);
        }

        return new(telemetry, importId, next?.ByteOffset ?? 0, plan.FileLength);
    }

    public static void Finished(this ImportTelemetry telemetry, TelemetryOperation operation, ImportReport report)
    {
        var (read, added, updated, unchanged, skipped, errors) = report.Counts;
        operation.Set(TelemetryTags.Rows, read);
        operation.Set(TelemetryTags.Errors, errors);
        foreach (var issue in report.Issues.Where(issue => issue.Severity == IssueSeverity.Error))
        {
            telemetry.Metrics.RowErrors.Add(issue.Count, new KeyValuePair<string, object?>(TelemetryTags.Code, issue.Code));
        }

        telemetry.Log.ImportFinished(report.Import.ImportId, read, added, updated, unchanged, skipped, errors, operation.Milliseconds);
    }

    public static UndoReport Undone(this ImportTelemetry telemetry, TelemetryOperation operation, UndoReport report)
    {
        operation.Set(TelemetryTags.Leads, report.Removed + report.Restored + report.Kept + report.Vanished);
        telemetry.Log.ImportUndone(
            report.Import.ImportId, report.Removed, report.Restored, report.Kept, report.Vanished, operation.Milliseconds);
        return report;
    }
}
