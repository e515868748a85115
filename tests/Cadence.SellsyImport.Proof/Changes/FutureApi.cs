using System.Reflection;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>The members of the product that exist only once an interrupted import has to be resumed or ended before the next.</summary>
internal static class FutureApi
{
    private static readonly PropertyInfo? Interrupted = typeof(ImportPlan).GetProperty("Interrupted");

    private static readonly MethodInfo? End = typeof(IImportHistory).GetMethod("EndAsync");

    public static bool CanEnd => End is not null;

    /// <summary>The id of the interrupted import whose plan this is.</summary>
    public static string? InterruptedImport(ImportPlan plan) => Interrupted?.GetValue(plan) switch
    {
        null => null,
        string id => id,
        ImportInfo import => import.ImportId,
        LedgerImport import => import.Import.ImportId,
        var other => (string?)other.GetType().GetProperty("ImportId")?.GetValue(other),
    };

    public static async Task EndAsync(IImportHistory history, string importId)
    {
        var arguments = End!.GetParameters().Select(parameter => parameter.ParameterType == typeof(string) ? importId : (object?)CancellationToken.None);
        var ending = End.Invoke(history, [.. arguments]);
        await (ending is ValueTask task ? task.AsTask() : (Task)ending!).ConfigureAwait(false);
    }
}
