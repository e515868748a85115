namespace Cadence.SellsyImport.Reading;

/// <summary>An export that shows its records before it makes rows of them: making texts of the cells is most of the work of reading.</summary>
internal interface IRecordExport : ISellsyExport
{
    /// <summary>Reads the rows of the file but for those that are taken before.</summary>
    IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, IRecordTaker taker, CancellationToken cancellationToken);
}
