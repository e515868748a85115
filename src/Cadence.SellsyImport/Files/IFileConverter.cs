using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Reads files of another kind than CSV, such as workbooks, as CSV text; <c>UseExcel()</c> registers one. An import page takes the files of every
/// converter that the host registers. Implementations are thread-safe.
/// </summary>
public interface IFileConverter
{
    /// <summary>The extensions of its files in lower case, each with its dot, such as <c>.xlsx</c>.</summary>
    ImmutableArray<string> Extensions { get; }

    /// <summary>The parts of a file, such as the visible sheets of a workbook, in their order; an import reads one of them.</summary>
    /// <param name="name">The name of the file, for errors.</param>
    /// <param name="open">Opens a new stream at the start of the file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Their names.</returns>
    /// <exception cref="SellsyImportException">The file cannot be read.</exception>
    ValueTask<ImmutableArray<string>> ReadPartsAsync(
        string name, Func<CancellationToken, ValueTask<Stream>> open, CancellationToken cancellationToken = default);

    /// <summary>Opens the CSV text of a part, for <see cref="ImportSource.From"/>.</summary>
    /// <param name="name">The name of the file, for errors.</param>
    /// <param name="open">Opens a new stream at the start of the file.</param>
    /// <param name="part">The part; null for the first.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>A stream, which is an <see cref="IConvertedStream"/>; the same bytes every time.</returns>
    /// <exception cref="SellsyImportException">The file cannot be read, or has no such part.</exception>
    ValueTask<Stream> OpenAsync(
        string name, Func<CancellationToken, ValueTask<Stream>> open, string? part, CancellationToken cancellationToken = default);
}
