namespace Cadence.SellsyImport.Files;

/// <summary>Opens a Sellsy export. The first seam: from bytes to rows. Implementations are thread-safe.</summary>
public interface ISellsyCsvReader
{
    /// <summary>Opens a stream, finds its format and its headings, and reads a sample of its rows.</summary>
    /// <param name="stream">
    /// The file, from its current position. It stays the caller's: it is read, also between two rows, until the export is disposed, and not disposed then.
    /// A stream that cannot seek is copied to a temporary file first, which is deleted when the export is disposed.
    /// </param>
    /// <param name="name">The name of the file for messages, such as <c>contacts.csv</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The opened export, to be disposed by the caller.</returns>
    /// <exception cref="SellsyImportException">The stream is no Sellsy contact export that can be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, CancellationToken cancellationToken = default);

    /// <summary>Opens a stream, and reads it as a person chose where its format would be detected.</summary>
    /// <remarks>The order of dates is not the reader's task. A reader without this method opens a file only if nothing else is chosen.</remarks>
    /// <param name="stream">The file, as in the other overload.</param>
    /// <param name="name">The name of the file for messages.</param>
    /// <param name="overrides">What was chosen.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The opened export, to be disposed by the caller.</returns>
    /// <exception cref="SellsyImportException">
    /// The stream cannot be read so, an override is invalid (<see cref="ErrorCodes.OptionInvalid"/>), or the reader does not take overrides
    /// (<see cref="ErrorCodes.OverridesNotSupported"/>).
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, ReadingOverrides overrides, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return overrides.ConcernReader
            ? throw new SellsyImportException(ErrorCodes.OverridesNotSupported, name, GetType().Name)
            : OpenAsync(stream, name, cancellationToken);
    }
}
