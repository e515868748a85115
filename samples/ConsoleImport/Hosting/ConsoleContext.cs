using System.CommandLine;
using ConsoleImport.CommandLine;
using ConsoleImport.Output;
using Spectre.Console;

namespace ConsoleImport.Hosting;

/// <summary>What a command works with.</summary>
internal sealed class ConsoleContext : IDisposable
{
    private readonly ParseResult _arguments;
    private readonly List<OutputFile> _outputs = [];

    public ConsoleContext(ParseResult arguments, CancellationToken cancellation)
    {
        _arguments = arguments;
        Cancellation = cancellation;
        Database = Get(Options.Postgres) is { } connection ? new PostgreSqlDatabase(connection) : new SqliteDatabase(Get(Options.Database) ?? "cadence.db");
        Display = Get(Options.Json) ? new PlainDisplay(TextWriter.Null)
            : Console.IsOutputRedirected ? new PlainDisplay(Console.Out)
            : new TerminalDisplay(AnsiConsole.Console);
    }

    public Command Command => _arguments.CommandResult.Command;

    /// <summary>Where people see what happens; nowhere beside JSON.</summary>
    public IDisplay Display { get; }

    public IDatabase Database { get; set; }

    public CancellationToken Cancellation { get; }

    /// <summary>Whether something may have been written to the database: what a cancelled run says depends on it.</summary>
    public bool HasWritten { get; set; }

    /// <summary>Whether every row has been dealt with, so that a later failure is one of the report only.</summary>
    public bool HasImported { get; set; }

    public string Get(Argument<string> argument) => _arguments.GetValue(argument)!;

    public T? Get<T>(Option<T> option) => _arguments.GetValue(option);

    public bool Has(Option option) => _arguments.GetResult(option) is not null;

    /// <summary>Opens the output file of an option, or returns null where the option is not given.</summary>
    public OutputFile? OpenOutput(Option<string> option)
    {
        var output = Get(option) is { } path ? OutputFile.Open(path) : null;
        _outputs.AddRange(output is null ? [] : [output]);
        return output;
    }

    public void Dispose() => _outputs.ForEach(output => output.Dispose());
}
