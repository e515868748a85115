namespace Cadence.SellsyImport;

/// <summary>Where the SQLite store is and how it is opened. Set once, when the host is configured; not changed afterwards.</summary>
public sealed class SqliteLeadStoreOptions
{
    /// <summary>
    /// The path of the database's file, relative to the current directory or absolute. The file is created on first use, its folder is
    /// not. Neither a URI nor <c>:memory:</c>.
    /// </summary>
    /// <value>Default: empty, which is refused.</value>
    public string DatabasePath { get; set; } = "";

    /// <summary>How long a call waits while another program writes to the database.</summary>
    /// <value>0 (do not wait) to one hour. Default: 5 seconds.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether every batch is forced to the disk before it counts as stored. Without it a stored batch survives the end of the process,
    /// however sudden, but the last batches before a power failure may be missing; the database is whole in either case.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool SurvivesPowerFailure { get; set; }

    /// <summary>
    /// Whether the database is only read, as for a preview. Then it is not created, nothing of it changes, not even a write-ahead log that
    /// a program left behind is taken over, and it may lie in a folder that cannot be written; a write throws
    /// <see cref="ErrorCodes.DatabaseReadOnly"/>.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsReadOnly { get; set; }

    internal int? MaximumPages { get; set; }

    /// <summary>So many companies a first import adds before it removes their indexes: with fewer they cost nothing.</summary>
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
