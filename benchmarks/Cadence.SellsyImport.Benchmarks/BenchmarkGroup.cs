namespace Cadence.SellsyImport.Benchmarks;

/// <summary>What can be measured by itself.</summary>
[Flags]
internal enum BenchmarkGroup
{
    None = 0,

    /// <summary>The preview of the clean, the ordinary and the worst file against CsvHelper's strings, cold and warm.</summary>
    Files = 1,

    /// <summary>The same for each property alone.</summary>
    Properties = 2,

    /// <summary>The parts of reading and previewing the clean and the ordinary file, warm.</summary>
    Parts = 4,

    /// <summary>The console as a whole process, with SQLite, against <c>sqlite3 .import</c>.</summary>
    Sqlite = 8,

    /// <summary>The console as a whole process, with PostgreSQL, against <c>\copy</c>.</summary>
    PostgreSql = 16,

    All = Files | Properties | Parts | Sqlite | PostgreSql,
}
