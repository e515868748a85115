using Cadence.SellsyImport;
using ConsoleImport.CommandLine;
using ConsoleImport.Output;

namespace ConsoleImport.Hosting;

/// <summary>What a command works with.</summary>
internal sealed record ConsoleContext(CommandOptions Options, ConsoleTexts Texts, IDisplay Display, TextWriter Messages, CancellationToken Cancellation)
{
    /// <summary>The database that the options name.</summary>
    public IDatabaseChoice Database { get; } =
        Options.Connection is { } connection ? new PostgreSqlDatabaseChoice(connection) : new SqliteDatabaseChoice(Options.Database);

    /// <summary>Whether something may have been written to the database: what a cancelled run says depends on it.</summary>
    public bool HasWritten { get; set; }

    /// <summary>Whether every row has been dealt with: what fails afterwards is only the telling of it.</summary>
    public bool HasImported { get; set; }

    /// <summary>The texts of the library in the chosen language.</summary>
    public ImportTexts Library => Texts.Library;
}
