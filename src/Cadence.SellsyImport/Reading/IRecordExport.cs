namespace Cadence.SellsyImport.Reading;

/// <summary>An export that shows its records before it makes rows of them: making texts of the cells is most of the work of reading.</summary>
internal interface IRecordExport : ISellsyExport
{
    /// <summary>Where the first row stands.</summary>
    RowPosition FirstRow { get; }

    /// <summary>Whether several readings may go on at once.</summary>
    bool CanReadInParallel { get; }

    /// <summary>Reads the rows from one place on but for those that are taken before.</summary>
    IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, RowPosition from, IRecordTaker taker, CancellationToken cancellationToken);
}
