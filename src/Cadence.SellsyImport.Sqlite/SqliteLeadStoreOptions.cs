namespace Cadence.SellsyImport;

/// <summary>Where the SQLite store is and how it is opened. Set once, when the host is configured; not changed afterwards.</summary>
public sealed class SqliteLeadStoreOptions
{
    /// <summary>
    /// The path of the database file, relative to the current directory or absolute. The file is created on first use; its folder is
    /// not. A URI and <c>:memory:</c> are not allowed.
    /// </summary>
    /// <value>Default: empty, which is refused.</value>
    public string DatabasePath { get; set; } = "";

    /// <summary>How long a call waits while another program writes to the database.</summary>
    /// <value>0 (do not wait) to one hour. Default: 5 seconds.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether every batch is forced to the disk before it counts as stored. If not, a stored batch survives even a sudden end of the process,
    /// but the last batches before a power failure may be missing. The database stays consistent in either case.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool SurvivesPowerFailure { get; set; }

    /// <summary>
    /// Whether the database is only read, as for a preview. Then it is neither created nor changed, and a write-ahead log that a program
    /// left behind is not copied into it. It may be in a folder that cannot be written. A write throws
    /// <see cref="ErrorCodes.DatabaseReadOnly"/>.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsReadOnly { get; set; }

    internal int? MaximumPages { get; set; }

    /// <summary>How many companies a first import adds before it removes their indexes; with fewer, the indexes cost nothing.</summary>
    internal int MostIndexedCompanies { get; set; } = 10_000;

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(DatabasePath)
            || DatabasePath == ":memory:"
            || DatabasePath.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new SellsyImportException(
                ErrorCodes.OptionInvalid,
                $"{nameof(SqliteLeadStoreOptions)}.{nameof(DatabasePath)}",
                $"\"{DatabasePath}\"",
                "file");
        }

        if (BusyTimeout < TimeSpan.Zero || BusyTimeout > TimeSpan.FromHours(1))
        {
            throw new SellsyImportException(
                ErrorCodes.OptionInvalid,
                $"{nameof(SqliteLeadStoreOptions)}.{nameof(BusyTimeout)}",
                BusyTimeout.ToString("c"),
                "00:00:00 … 01:00:00");
        }
    }
}
