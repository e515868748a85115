using CsvHelper;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>What CsvHelper alone does with a file, without any check: the baselines.</summary>
internal static class BareLoops
{
    private static readonly CsvReaderOptions Options = new() { Separator = ';' };

    /// <summary>Walks the rows.</summary>
    public static long Walk(string path)
    {
        using var reader = CsvReader.FromFile(path, Options);
        long rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        return rows;
    }

    /// <summary>Walks the rows and takes the spans of the used columns.</summary>
    public static long Spans(string path)
    {
        using var reader = CsvReader.FromFile(path, Options);
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
    public static long Strings(string path)
    {
        using var reader = CsvReader.FromFile(path, Options);
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

    /// <summary>Makes rows of the used columns, for what is measured behind the reading.</summary>
    public static SellsyRow[] Rows(string path)
    {
        using var reader = CsvReader.FromFile(path, Options);
        var columns = BenchmarkExport.Mapping.Columns;
        var rows = new List<SellsyRow>();
        while (reader.Read())
        {
            var values = new string[columns.Count];
            for (var position = 0; position < values.Length; position++)
            {
                values[position] = reader.GetString(columns.Indexes[position]);
            }

            rows.Add(new(rows.Count + 1, new(rows.Count + 2, rows.Count + 2), columns, values));
        }

        return [.. rows];
    }
}
