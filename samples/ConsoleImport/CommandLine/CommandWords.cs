using ConsoleImport.Output;

namespace ConsoleImport.CommandLine;

/// <summary>Reads the words in front of the options: which command it is.</summary>
internal static class CommandWords
{
    /// <summary>Tells the command and how many words name it.</summary>
    public static (ConsoleCommand Command, int Words) Read(IReadOnlyList<string> arguments, ConsoleTexts texts)
    {
        if (arguments.Any(argument => argument is "--help" or "-h"))
        {
            return (ConsoleCommand.Help, arguments.Count);
        }

        if (arguments.Count == 0 || arguments[0].StartsWith("--", StringComparison.Ordinal))
        {
            return (ConsoleCommand.Sample, 0);
        }

        return arguments[0] switch
        {
            "preview" => (ConsoleCommand.Preview, 1),
            "import" => (ConsoleCommand.Import, 1),
            "mapping" => (ConsoleCommand.Mapping, 1),
            "resume" => (ConsoleCommand.Resume, 1),
            "end" => (ConsoleCommand.End, 1),
            "undo" => (ConsoleCommand.Undo, 1),
            "history" => (ConsoleCommand.History, 1),
            "users" => (OfUsers(arguments, texts), 2),
            _ => throw new UsageException(texts.CommandUnknown(CommandLineReader.Shown(arguments[0]))),
        };
    }

    private static ConsoleCommand OfUsers(IReadOnlyList<string> arguments, ConsoleTexts texts) => arguments.ElementAtOrDefault(1) switch
    {
        "add" => ConsoleCommand.UsersAdd,
        "list" => ConsoleCommand.UsersList,
        null => throw new UsageException(texts.UsersWordMissing),
        { } word => throw new UsageException(texts.UsersWordUnknown(CommandLineReader.Shown(word))),
    };
}
