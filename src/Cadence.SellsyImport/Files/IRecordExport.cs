namespace Cadence.SellsyImport.Files;

/// <summary>An export that offers its records before it creates rows from them: creating strings of the cells is most of the work.</summary>
internal interface IRecordExport : ISellsyExport
{
    /// <summary>Where the first row stands.</summary>
    RowPosition FirstRow { get; }

    /// <summary>Whether several readings at once are faster than one.</summary>
    bool CanReadInParallel { get; }

    /// <summary>Reads the rows from one place on but for those that are taken before.</summary>
    IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, RowPosition from, IRecordTaker taker, CancellationToken cancellationToken);

    /// <summary>The same for a few rows near the place: little of the file is read at a time.</summary>
    IAsyncEnumerable<SellsyRow> ReadFewRowsAsync(ColumnSelection columns, RowPosition from, IRecordTaker taker, CancellationToken cancellationToken);

    /// <summary>
    /// Finds a place in the file at which a row seems to start. Only a reading from the start of the file confirms it: it must arrive at that
    /// place with a record without a <see cref="RowPosition.Start"/> above it.
    /// </summary>
    /// <param name="offset">The byte of the file from which on it is looked for.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The byte of the file, or null if nothing near looks like a row.</returns>
    ValueTask<long?> FindRowStartAsync(long offset, CancellationToken cancellationToken);
}
