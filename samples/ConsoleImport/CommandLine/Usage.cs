using System.Text;
using ConsoleImport.Output;

namespace ConsoleImport.CommandLine;

/// <summary>How the console is called.</summary>
internal static class Usage
{
    /// <summary>What the id of an import is called.</summary>
    public const string ImportId = "IMPORT";

    private const string Program = "dotnet run --project samples/ConsoleImport";

    private static readonly ConsoleCommand[] Commands =
    [
        ConsoleCommand.Sample, ConsoleCommand.Preview, ConsoleCommand.Import, ConsoleCommand.Resume, ConsoleCommand.End, ConsoleCommand.Undo,
        ConsoleCommand.History, ConsoleCommand.Mapping, ConsoleCommand.UsersAdd, ConsoleCommand.UsersList,
    ];

    /// <summary>What the file of a command is called, or the import it is about; empty where the command takes none.</summary>
    public static string FileOf(ConsoleCommand command) => command switch
    {
        ConsoleCommand.Preview or ConsoleCommand.Import or ConsoleCommand.Mapping => "FILE",
        ConsoleCommand.UsersAdd => "USERS.csv",
        ConsoleCommand.Resume or ConsoleCommand.End or ConsoleCommand.Undo => ImportId,
        _ => "",
    };

    public static string OptionsOf(ConsoleCommand command) =>
        string.Join(", ", OptionTable.Of(command).Select(option => option.Name));

    /// <summary>One line: the command with its options.</summary>
    public static string LineOf(ConsoleCommand command)
    {
        var line = new StringBuilder(Program);
        if (command != ConsoleCommand.Sample)
        {
            line.Append(" -- ").Append(WordsOf(command));
        }

        if (FileOf(command) is { Length: > 0 } file)
        {
            line.Append(' ').Append(file);
        }

        foreach (var option in OptionTable.Of(command))
        {
            line.Append(" [").Append(option.Name);
            line.Append(option.Value is null ? "" : $" {option.Value}").Append(']');
        }

        return line.ToString();
    }

    /// <summary>What follows the message of a wrong command line.</summary>
    public static string Hint(ConsoleCommand command, ConsoleTexts texts) =>
        command is ConsoleCommand.None or ConsoleCommand.Help ? texts.HelpHint($"{Program} -- --help") : $"{texts.UsageTitle} {LineOf(command)}";

    /// <summary>The whole help.</summary>
    public static string Help(ConsoleTexts texts)
    {
        var help = new StringBuilder();
        foreach (var command in Commands)
        {
            help.AppendLine(LineOf(command)).Append("    ").AppendLine(texts.CommandSummary(command)).AppendLine();
        }

        return help.Append(texts.HelpNotes).ToString();
    }

    private static string WordsOf(ConsoleCommand command) => command switch
    {
        ConsoleCommand.Preview => "preview",
        ConsoleCommand.Import => "import",
        ConsoleCommand.Mapping => "mapping",
        ConsoleCommand.UsersAdd => "users add",
        ConsoleCommand.Resume => "resume",
        ConsoleCommand.End => "end",
        ConsoleCommand.Undo => "undo",
        ConsoleCommand.History => "history",
        _ => "users list",
    };
}
