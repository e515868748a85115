namespace ConsoleImport.CommandLine;

/// <summary>The command line is wrong: the message says what was found and what was expected.</summary>
internal sealed class UsageException(string message, ConsoleCommand command = ConsoleCommand.None) : Exception(message)
{
    /// <summary>The command whose usage helps; none where the command itself is not known.</summary>
    public ConsoleCommand Command { get; } = command;
}
