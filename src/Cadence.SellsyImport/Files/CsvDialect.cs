using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>How every part of a file is cut into records: as RFC 4180 says, without any meaning of a first line.</summary>
internal static class CsvDialect
{
    /// <remarks>
    /// The reader restarts at every block and after every damaged row, so the line that it takes for the first line of the file is often a
    /// row. A row such as <c>sep=;</c> must not be skipped.
    /// </remarks>
    public static CsvReaderOptions Of(char separator) => new() { Separator = separator, HasHeader = false, DetectSeparatorHint = false };
}
