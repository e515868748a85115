using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// What a stream of an <see cref="ImportSource"/> implements if its CSV text is made from a file of another kind, such as a workbook. Both
/// members are called once the stream has been read to its end, also after it is disposed, and from several threads.
/// </summary>
public interface IConvertedStream
{
    /// <summary>
    /// What was remarkable about the original as a whole. It stands before the findings of the importer; those about encoding and separator, which
    /// the original does not have, are left out.
    /// </summary>
    ImmutableArray<ImportIssue> Findings { get; }

    /// <summary>Where a line of the text comes from, for <see cref="SellsyRow.Lines"/> and <see cref="ExportFormat.HeadingLines"/>.</summary>
    /// <param name="line">The one-based line of the text.</param>
    /// <returns>The one-based line or row of the original; not less than that of the line before.</returns>
    long OriginalLineOf(long line);
}
