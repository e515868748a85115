using System.Text;
using Cadence.SellsyImport.Testing;
using CsvHelper;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>
/// What CsvHelper alone does with a file, without any check. The file is opened for sequential reading, the separator is given, and fields are
/// taken by index, as CsvHelper's documentation advises for speed. Strings are not pooled: pooling pays only for strings that are kept.
/// </summary>
internal static class BareLoops
{
    /// <summary>Walks the rows.</summary>
    public static long Walk(string path, SellsyExportEncoding encoding)
    {
        using var reader = Open(path, encoding);
        long rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        return rows;
    }

    /// <summary>Walks the rows and takes the spans of the used columns.</summary>
    public static long Spans(string path, SellsyExportEncoding encoding)
    {
        using var reader = Open(path, encoding);
        var columns = BenchmarkExport.Mapping.Columns.Indexes;
        long rows = 0, bytes = 0;
        while (reader.Read())
        {
            rows++;
            foreach (var column in columns)
            {
                bytes += reader.GetSpan(column).Length;
            }
        }

        return bytes > 0 ? rows : 0;
    }

    /// <summary>Walks the rows and makes the strings of the used columns.</summary>
    public static long Strings(string path, SellsyExportEncoding encoding)
    {
        using var reader = Open(path, encoding);
        var columns = BenchmarkExport.Mapping.Columns.Indexes;
        long rows = 0, characters = 0;
        while (reader.Read())
        {
            rows++;
            foreach (var column in columns)
            {
                characters += reader.GetString(column).Length;
            }
        }

        return characters > 0 ? rows : 0;
    }

    /// <summary>Makes the same strings on all processors.</summary>
    public static long ParallelStrings(string path, SellsyExportEncoding encoding)
    {
        using var reader = Open(path, encoding);
        var columns = BenchmarkExport.Mapping.Columns.Indexes;
        long rows = 0, characters = 0;
        foreach (var length in reader.ParallelEnumerate(row => columns.Sum(column => row.GetString(column).Length), -1))
        {
            rows++;
            characters += length;
        }

        return characters > 0 ? rows : 0;
    }

    private static CsvReader Open(string path, SellsyExportEncoding encoding) => CsvReader.FromFile(path, new()
    {
        Separator = ';',
        Encoding = encoding == SellsyExportEncoding.Windows1252 ? CodePagesEncodingProvider.Instance.GetEncoding(1252) : null,
    });
}
