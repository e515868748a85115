using System.Text;
using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>Reads a text as records without headings, for suites that know none.</summary>
internal static class RawRecords
{
    /// <summary>Reads all records as rows of one width.</summary>
    public static async Task<List<SellsyRow>> ReadAsync(string text, char separator, int fieldCount)
    {
        var layout = new ExportLayout
        {
            FileName = Exports.Name,
            Encoding = new(TextEncoding.Utf8, 0, 0, 0),
            Separator = (byte)separator,
            FieldCount = fieldCount,
            HeadedCount = fieldCount,
            FirstRow = new(1, 1, 0),
            MaxRecordBytes = 1 << 20,
            MaxCellLength = 100_000,
        };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await using var file = await SourceFile.OfAsync(stream, Exports.Name, TestContext.Current.CancellationToken);
        using var window = new SourceWindow(file, 4096);
        await using var blocks = new ReadAheadBlocks(new(window, layout.Encoding, layout.MaxRecordBytes), second: null);
        using var reader = new RowReader(blocks, layout, new ColumnSelection(Enumerable.Range(0, fieldCount)), layout.FirstRow);
        var rows = new List<SellsyRow>();
        while (true)
        {
            while (reader.Read() is { } row)
            {
                rows.Add(row);
            }

            var (longRow, hasMore) = await reader.LoadAsync(TestContext.Current.CancellationToken);
            if (longRow is not null)
            {
                rows.Add(longRow);
            }

            if (!hasMore)
            {
                return rows;
            }
        }
    }
}
