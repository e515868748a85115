using System.CommandLine;
using System.CommandLine.Help;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>The names of commands and options as people type them.</summary>
internal static class Usage
{
    /// <summary>The options of a command that are its own.</summary>
    public static IEnumerable<Option> OptionsOf(Command command) => command.Options.Where(option => option is not (HelpOption or VersionOption));

    /// <summary>The program with the words of a command.</summary>
    public static string WordsOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent
        ? $"{WordsOf(parent)} {command.Name}"
        : ProgramName.Current;

    /// <summary>The program, the command and what it needs.</summary>
    public static string LineOf(Command command) => string.Join(
        ' ', [WordsOf(command), .. command.Arguments.Select(argument => ValueNames.Of(argument.Name)), .. OptionsOf(command).Any() ? ["[options]"] : Array.Empty<string>()]);

    /// <summary>The text after the message of a wrong command line.</summary>
    public static string Hint(Command command) => $"{Say("Aide :", "Help:")} {WordsOf(command)} --help";

    /// <summary>A command and its subcommands, those that can be run.</summary>
    public static IEnumerable<Command> Runnable(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Runnable);
}
