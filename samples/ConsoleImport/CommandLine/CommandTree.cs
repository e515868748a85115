using System.CommandLine;
using System.CommandLine.Help;
using ConsoleImport.Commands;
using ConsoleImport.Hosting;

namespace ConsoleImport.CommandLine;

/// <summary>All commands, each with its options and what runs it.</summary>
internal static class CommandTree
{
    public static Command Build()
    {
        Option[] store = [Options.Database, Options.Postgres];
        Option[] mapping = [Options.Profile, Options.Columns, Options.Constants];
        Option[] answer = [Options.Language, Options.Json];
        var root = Runs(SampleCommand.RunAsync, new("ConsoleImport", Say(
            "tout le chemin sur samples/data, dans la base cadence-demo.db",
            "the whole way on samples/data, into cadence-demo.db"))
            { Options.Language, new HelpOption("--help", "-h") { Action = new HelpText() } });
        root.Add(Runs(
            PreviewCommand.RunAsync,
            new("preview", Say("chaque ligne avec son statut ; rien n'est écrit", "every row with its status; nothing is written")) { Options.File },
            [Options.Users, .. store, .. mapping, Options.Existing, Options.Repeated, Options.Changes, Options.SavePlan, Options.Statuses, .. answer]));
        root.Add(Runs(
            ImportCommand.RunAsync,
            new("import", Say("aperçu, ajout des lignes, rapport", "preview, add the rows, report")) { Options.File },
            [
                Options.Users, .. store, .. mapping, Options.Rows, Options.Existing, Options.Repeated, Options.Plan, Options.Report, Options.Statuses,
                .. answer,
            ]));
        root.Add(Runs(
            ResumeCommand.RunAsync,
            new("resume", Say("continue un import interrompu", "goes on with an import that was interrupted")) { Options.ImportId },
            [Options.ResumedFile, .. store, Options.Report, Options.Statuses, .. answer]));
        root.Add(Runs(
            EndCommand.RunAsync,
            new("end", Say("met fin à un import interrompu, qui ne sera pas repris", "ends an import that was interrupted; it is not resumed")) { Options.ImportId },
            [.. store, .. answer]));
        root.Add(Runs(
            UndoCommand.RunAsync,
            new("undo", Say("annule un import, et nomme ce qui doit rester", "takes an import back, and names what has to stay")) { Options.ImportId },
            [.. store, .. answer]));
        root.Add(Runs(
            HistoryCommand.RunAsync,
            new("history", Say("les imports de la base, le plus récent d'abord", "the imports of the database, newest first")),
            [.. store, .. answer]));
        root.Add(Runs(
            MappingCommand.RunAsync,
            new("mapping", Say("le mappage proposé, avec ses preuves", "the suggested mapping, with its evidence")) { Options.File },
            [.. mapping, Options.Save, .. answer]));
        root.Add(new Command("users")
        {
            Runs(
                UsersAddCommand.RunAsync,
                new("add", Say("ajoute ou met à jour des utilisateurs de Cadence", "adds or updates users of Cadence")) { Options.UsersFile },
                [.. store, Options.Language]),
            Runs(
                UsersListCommand.RunAsync,
                new("list", Say("les utilisateurs de Cadence", "the users of Cadence")),
                [.. store, Options.Language]),
        });
        return root;
    }

    private static Command Runs(Func<ConsoleContext, Task> run, Command command, params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => ConsoleHost.RunAsync(run, new ConsoleContext(parsed, cancellation)));
        return command;
    }
}
