using System.CommandLine;
using System.CommandLine.Help;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>The usage text of the console, from the tree of its commands.</summary>
internal static class Usage
{
    private const string Program = "dotnet run --project src/Cadence.SellsyImport.Tool";

    public static IEnumerable<Option> OptionsOf(Command command) => command.Options.Where(option => option is not HelpOption);

    /// <summary>One line: the command with its options.</summary>
    public static string LineOf(Command command)
    {
        var words = WordsOf(command) is { Length: > 0 } named ? $"{Program} -- {named}" : Program;
        var arguments = command.Arguments.Select(argument => argument.Name);
        var options = OptionsOf(command).Select(option => option.HelpName is { } value ? $"[{option.Name} {value}]" : $"[{option.Name}]");
        return string.Join(' ', [words, .. arguments, .. options]);
    }

    /// <summary>The text after the message of a wrong command line.</summary>
    public static string Hint(Command command) => command.Subcommands.Count > 0
        ? $"{Say("Aide :", "Help:")} {Program} -- --help"
        : $"{Say("Usage :", "Usage:")} {LineOf(command)}";

    /// <summary>A command and its subcommands, those that can be run.</summary>
    public static IEnumerable<Command> Runnable(Command command) =>
        [.. command.Action is null ? [] : new[] { command }, .. command.Subcommands.SelectMany(Runnable)];

    private static string WordsOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent
        ? $"{WordsOf(parent)} {command.Name}".TrimStart()
        : "";
}
