namespace Cadence.SellsyImport;

/// <summary>How far an import has come.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="RowsRead">Rows read in this stage.</param>
/// <param name="RowsAdded">Rows that added or changed a lead, committed.</param>
/// <param name="RowsFailed">Rows in error so far.</param>
/// <param name="BytesRead">Bytes of the file up to the end of the last row read.</param>
/// <param name="BytesTotal">Bytes of the file.</param>
public readonly record struct ImportProgress(ImportStage Stage, long RowsRead, long RowsAdded, long RowsFailed, long BytesRead, long BytesTotal);
