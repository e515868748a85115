using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>Runs one command line, from its arguments to its exit code.</summary>
internal static class ConsoleHost
{
    private static readonly ParserConfiguration Exact = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
    private static readonly InvocationConfiguration Bare = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    public static async Task<int> RunAsync(string[] arguments)
    {
        // The language is read first: a wrong command line is described in it.
        Language.Use(new Command("language") { Options.Language }.Parse(arguments, Exact).GetResult(Options.Language) is { Tokens: [.., { Value: "en" }] }
            ? ImportTexts.English
            : ImportTexts.French);
        var parsed = CommandTree.Build().Parse(arguments, Exact);
        return UsageErrors.Of(parsed) is { } wrong ? WrongUsage(wrong, parsed.CommandResult.Command) : await InvokeAsync(parsed);
    }

    /// <summary>Runs a command, and reports in one line what ended it early.</summary>
    public static async Task<int> RunAsync(Func<ConsoleContext, Task> command, ConsoleContext context)
    {
        try
        {
            using (context)
            {
                OptionConflicts.Check(context);
                await command(context);
                return ExitCodes.Done;
            }
        }
        catch (UsageException exception)
        {
            return WrongUsage(exception.Message, context.Command);
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            Console.Error.WriteLine(Interrupted(context));
            return ExitCodes.Cancelled;
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine($"{DoneAlready(context)}{Reason(exception, context.HasImported)}");
            return ExitCodes.Unusable;
        }
    }

    /// <summary>The first Ctrl-C cancels the command. The second one is left to the system, which ends the process at once.</summary>
    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        using var cancellation = new CancellationTokenSource();
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            if (!cancellation.IsCancellationRequested)
            {
                signal.Cancel = true;
                Console.Error.WriteLine(Say(
                    "Interruption demandée. Ctrl-C encore une fois arrête tout de suite.",
                    "Cancelling. Ctrl-C once more ends at once."));
                cancellation.Cancel();
            }
        });
        return await parsed.InvokeAsync(Bare, cancellation.Token);
    }

    private static int WrongUsage(string message, Command command)
    {
        Console.Error.WriteLine(message);
        Console.Error.WriteLine(Usage.Hint(command));
        return ExitCodes.WrongUsage;
    }

    private static string Interrupted(ConsoleContext context) => (context.HasWritten, context.Command.Name, context.Database.Name) switch
    {
        (false, _, _) => Say("Interrompu : rien n'a été écrit.", "Cancelled: nothing was written."),
        (_, "undo", var database) => Say(
            $"Interrompu : ce qui est déjà annulé le reste dans {database}. Relancez la même commande pour continuer.",
            $"Cancelled: what is undone already stays so in {database}. Run the same command again to go on."),
        (_, _, var database) => Say(
            $"Interrompu : ce qui a été enregistré reste dans {database}. Relancez la même commande pour continuer ; rien n'est ajouté deux fois.",
            $"Cancelled: what was committed stays in {database}. Run the same command again to go on; nothing is added twice."),
    };

    /// <summary>States what is in the database if only its report failed.</summary>
    private static string DoneAlready(ConsoleContext context) => (context.HasImported, context.Command.Name, context.Database.Name) switch
    {
        (false, _, _) => "",
        (_, "undo", var database) => Say(
            $"L'annulation est faite dans {database}, mais son compte rendu n'a pas pu être écrit. ",
            $"The undo is done in {database}, but the account of it could not be written. "),
        (_, _, var database) => Say(
            $"L'importation est faite et reste dans {database}, mais son compte rendu n'a pas pu être écrit. ",
            $"The import is done and stays in {database}, but the account of it could not be written. "),
    };

    private static string Reason(Exception exception, bool isDone) => exception switch
    {
        SellsyImportException known => Language.Library.ErrorText(known.Code, known.Arguments),
        RefusedException refused => refused.Message,
        SqliteException sqlite => Unforeseen(sqlite, $"{sqlite.SqliteExtendedErrorCode}", isDone),
        PostgresException server => Unforeseen(server, server.SqlState, isDone),
        _ => Unforeseen(exception, $"{exception.HResult}", isDone),
    };

    /// <summary>The type of an unexpected failure, without its message, which may hold a value of the file.</summary>
    private static string Unforeseen(Exception exception, string code, bool isDone) => (exception.GetType().Name, isDone) switch
    {
        (var type, true) => Say(
            $"Erreur imprévue {type}, code {code} ; si elle revient, signalez ce texte.",
            $"Unforeseen error {type}, code {code}; where it comes back, report this text."),
        (var type, false) => Say(
            $"Erreur imprévue {type}, code {code} : la commande s'est arrêtée là, et ce qui était validé reste. Relancez-la ; si l'erreur revient, signalez ce texte.",
            $"Unforeseen error {type}, code {code}: the command stopped there, and what was committed stays. Run it again; where the error comes back, report this text."),
    };
}
