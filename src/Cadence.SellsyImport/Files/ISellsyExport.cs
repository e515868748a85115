using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>An opened export. Its rows can be read several times, one reading after the other; not thread-safe.</summary>
public interface ISellsyExport : IAsyncDisposable
{
    /// <summary>The name of the file for messages.</summary>
    string Name { get; }

    /// <summary>The size of the file in bytes.</summary>
    long Length { get; }

    /// <summary>What was found out about the bytes.</summary>
    ExportFormat Format { get; }

    /// <summary>The columns, in the order of the file.</summary>
    ImmutableArray<ExportColumn> Columns { get; }

    /// <summary>The first rows with all their columns, at most a few hundred, for what the values say about the columns.</summary>
    ImmutableArray<SellsyRow> Sample { get; }

    /// <summary>Reads the rows in the order of the file. A damaged record is a row with an issue, and reading continues.</summary>
    /// <param name="columns">The columns to read.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows; memory does not grow with their number.</returns>
    /// <exception cref="SellsyImportException">The stream could not be read to its end.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, CancellationToken cancellationToken = default);

    /// <summary>Reads the rows from a place that an earlier reading reported.</summary>
    /// <param name="columns">The columns to read.</param>
    /// <param name="from">A place of this file, such as <see cref="RowPosition.Of"/> a row.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows from that place on.</returns>
    IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, RowPosition from, CancellationToken cancellationToken = default);
}
