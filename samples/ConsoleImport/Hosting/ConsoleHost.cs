using Cadence.SellsyImport;
using ConsoleImport.CommandLine;
using ConsoleImport.Commands;
using ConsoleImport.Output;
using Spectre.Console;

namespace ConsoleImport.Hosting;

/// <summary>Runs one command line, from its arguments to its exit code.</summary>
internal static class ConsoleHost
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var texts = ConsoleTexts.Of(arguments);
        try
        {
            var options = CommandLineReader.Read(arguments, texts);
            if (options.Command != ConsoleCommand.Help)
            {
                return await RunAsync(options, texts);
            }

            Console.Out.WriteLine(Usage.Help(texts));
            return ExitCodes.Done;
        }
        catch (UsageException exception)
        {
            return WrongUsage(exception, texts);
        }
    }

    private static async Task<int> RunAsync(CommandOptions options, ConsoleTexts texts)
    {
        using var interruption = new Interruption(() => Console.Error.WriteLine(texts.CancelRequested));
        var context = new ConsoleContext(options, texts, DisplayFor(options, texts), Console.Error, interruption.Token);
        try
        {
            await RunAsync(context);
            return ExitCodes.Done;
        }
        catch (SellsyImportException exception)
        {
            return Unusable(texts.Library.ErrorText(exception.Code, exception.Arguments), context);
        }
        catch (RefusedException exception)
        {
            return Unusable(exception.Message, context);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine(Interrupted(context));
            return ExitCodes.Cancelled;
        }
        catch (Exception exception) when (exception is not UsageException)
        {
            return Unusable(texts.Unexpected(exception), context);
        }
    }

    private static int Unusable(string message, ConsoleContext context)
    {
        Console.Error.WriteLine(context.HasImported ? $"{DoneAlready(context)} {message}" : message);
        return ExitCodes.Unusable;
    }

    private static string Interrupted(ConsoleContext context) => context switch
    {
        { HasWritten: false } => context.Texts.Cancelled,
        { Options.Command: ConsoleCommand.Undo } => context.Texts.CancelledWhileUndoing(context.Database.Name),
        _ => context.Texts.CancelledWhileAdding(context.Database.Name),
    };

    private static string DoneAlready(ConsoleContext context) => context.Options.Command == ConsoleCommand.Undo
        ? context.Texts.UndoneAlready(context.Database.Name)
        : context.Texts.ImportedAlready(context.Database.Name);

    private static Task RunAsync(ConsoleContext context) => context.Options.Command switch
    {
        ConsoleCommand.Preview => PreviewCommand.RunAsync(context),
        ConsoleCommand.Import => ImportCommand.RunAsync(context),
        ConsoleCommand.Resume => ResumeCommand.RunAsync(context),
        ConsoleCommand.End => EndCommand.RunAsync(context),
        ConsoleCommand.Undo => UndoCommand.RunAsync(context),
        ConsoleCommand.History => HistoryCommand.RunAsync(context),
        ConsoleCommand.Mapping => MappingCommand.RunAsync(context),
        ConsoleCommand.UsersAdd => UsersAddCommand.RunAsync(context),
        ConsoleCommand.UsersList => UsersListCommand.RunAsync(context),
        _ => SampleCommand.RunAsync(context),
    };

    private static IDisplay DisplayFor(CommandOptions options, ConsoleTexts texts)
    {
        if (options.Json)
        {
            return new QuietDisplay();
        }

        return Console.IsOutputRedirected
            ? new PlainDisplay(Console.Out, texts)
            : new TerminalDisplay(AnsiConsole.Console, texts);
    }

    private static int WrongUsage(UsageException exception, ConsoleTexts texts)
    {
        Console.Error.WriteLine(exception.Message);
        Console.Error.WriteLine(Usage.Hint(exception.Command, texts));
        return ExitCodes.WrongUsage;
    }
}
