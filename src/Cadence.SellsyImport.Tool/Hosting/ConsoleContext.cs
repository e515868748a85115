using System.CommandLine;

namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>The inputs and outputs of a command.</summary>
internal sealed class ConsoleContext : IDisposable
{
    private readonly ParseResult _arguments;
    private readonly CancellationToken _cancellation;
    private readonly List<IDisposable> _files = [];

    public ConsoleContext(ParseResult arguments, CancellationToken cancellation)
    {
        _arguments = arguments;
        _cancellation = cancellation;
        Database = Get(Options.Postgres) is { } connection ? new PostgreSqlDatabase(connection) : new SqliteDatabase(Get(Options.Database) ?? "cadence.db");
        Display = IsJson ? Display.None() : Display.OfConsole();
    }

    public Command Command => _arguments.CommandResult.Command;

    /// <summary>The output for people; nothing is shown there if the answer is JSON.</summary>
    public Display Display { get; }

    /// <summary>Whether the answer is one JSON object; <c>--json-rows</c> asks for it too.</summary>
    public bool IsJson => Get(Options.Json) || Get(Options.JsonRows) is not null;

    public IDatabase Database { get; set; }

    /// <summary>Cancels the command; no longer once every row has been processed, because only the account of it is left then.</summary>
    public CancellationToken Cancellation => HasImported ? CancellationToken.None : _cancellation;

    /// <summary>Whether something may have been written to the database; the message of a cancelled run depends on it.</summary>
    public bool HasWritten { get; set; }

    /// <summary>Whether every row has been processed, so that a later failure affects only the report.</summary>
    public bool HasImported { get; set; }

    public string Get(Argument<string> argument) => _arguments.GetValue(argument)!;

    public T? Get<T>(Option<T> option) => _arguments.GetValue(option);

    public bool Has(Option option) => _arguments.GetResult(option) is not null;

    /// <summary>Opens the output file of an option, or returns null if the option is not given.</summary>
    public OutputFile? OpenOutput(Option<string> option) => Get(option) is { } path ? Keep(OutputFile.Open(path)) : null;

    /// <summary>Registers an object to dispose when the command has ended.</summary>
    public T Keep<T>(T file) where T : IDisposable
    {
        _files.Add(file);
        return file;
    }

    public void Dispose() => _files.ForEach(file => file.Dispose());
}
