using System.Globalization;

namespace Cadence.SellsyImport;

/// <summary>An import that stopped before its last row and can be continued, as a preview of its file shows it. Immutable.</summary>
/// <param name="ImportId">The id of the import.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="NextRow">The one-based number of the first row that it has not written; one more than the rows of the file where all are.</param>
/// <param name="Counts">What became of the rows before that one.</param>
/// <param name="Selection">The ticked rows of the import.</param>
public sealed record InterruptedImport(string ImportId, DateTimeOffset StartedAt, long NextRow, ImportCounts Counts, RowSelection Selection)
{
    /// <summary>The error of a call that would continue the import otherwise than by its own plan.</summary>
    internal SellsyImportException Refusal() => Refusal(ImportId, NextRow);

    internal static SellsyImportException Refusal(string importId, long nextRow) =>
        new(ErrorCodes.ImportInterrupted, importId, nextRow.ToString(CultureInfo.InvariantCulture));
}
