using System.CommandLine;
using System.CommandLine.Help;
using Cadence.SellsyImport.Tool.Commands;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>All commands, each with its options and its handler.</summary>
internal static class CommandTree
{
    private static readonly Option[] Store = [Options.Database, Options.Postgres];
    private static readonly Option[] Mapping = [
        Options.Sheet, Options.Profile, Options.Columns, Options.Constants, Options.Values, Options.Owners, Options.DefaultOwner, Options.UnknownOwner,
    ];
    private static readonly Option[] Reading = [Options.Encoding, Options.Separator, Options.HeadingRow, Options.ShortRows, Options.DateOrders];
    private static readonly Option[] Answer = [Options.Language, Options.Json];

    public static Command Build()
    {
        var summary = Say("tout le chemin sur samples/data, dans la base cadence-demo.db", "the whole way on samples/data, into cadence-demo.db");
        var root = Make("ConsoleImport", summary, SampleCommand.RunAsync, null, Options.Language, new HelpOption("--help", "-h") { Action = new HelpText() });
        summary = Say("chaque ligne avec son statut ; rien n'est écrit", "every row with its status; nothing is written");
        root.Add(Make("preview", summary, PreviewCommand.RunAsync, Options.File, [
            Options.Users, .. Store, .. Reading, .. Mapping, Options.Account, Options.Existing, Options.Repeated, Options.Changes, Options.SavePlan, Options.Statuses, .. Answer,
        ]));
        summary = Say("aperçu, ajout des lignes, rapport", "preview, add the rows, report");
        root.Add(Make("import", summary, ImportCommand.RunAsync, Options.File, [
            Options.Users, .. Store, .. Reading, .. Mapping, Options.Account, Options.Rows, Options.Existing, Options.Repeated, Options.Plan, Options.Report, Options.Statuses, .. Answer,
        ]));
        summary = Say("continue un import interrompu", "goes on with an import that was interrupted");
        root.Add(Make("resume", summary, ResumeCommand.RunAsync, Options.ImportId, [
            Options.ResumedFile, Options.Sheet, .. Store, Options.Report, Options.Statuses, .. Answer,
        ]));
        summary = Say("met fin à un import interrompu, qui ne sera pas repris", "ends an import that was interrupted; it is not resumed");
        root.Add(Make("end", summary, EndCommand.RunAsync, Options.ImportId, [.. Store, .. Answer]));
        summary = Say("annule un import, et nomme ce qui doit rester", "takes an import back, and names what has to stay");
        root.Add(Make("undo", summary, UndoCommand.RunAsync, Options.ImportId, [.. Store, .. Answer]));
        summary = Say("les imports de la base, le plus récent d'abord", "the imports of the database, newest first");
        root.Add(Make("history", summary, HistoryCommand.RunAsync, null, [.. Store, .. Answer]));
        summary = Say("le mappage proposé, avec ses preuves", "the suggested mapping, with its evidence");
        root.Add(Make("mapping", summary, MappingCommand.RunAsync, Options.File, [.. Reading, .. Mapping, Options.Save, .. Answer]));
        var users = new Command("users");
        summary = Say("ajoute ou met à jour des utilisateurs de Cadence", "adds or updates users of Cadence");
        users.Add(Make("add", summary, UsersCommands.AddAsync, Options.UsersFile, [.. Store, Options.Language]));
        users.Add(Make("list", Say("les utilisateurs de Cadence", "the users of Cadence"), UsersCommands.ListAsync, null, [.. Store, Options.Language]));
        root.Add(users);
        return root;
    }

    private static Command Make(string name, string summary, Func<ConsoleContext, Task> run, Argument? argument, params Option[] options)
    {
        var command = new Command(name, summary);
        command.SetAction((parsed, cancellation) => ConsoleHost.RunAsync(run, new ConsoleContext(parsed, cancellation)));
        if (argument is not null)
        {
            command.Add(argument);
        }

        Array.ForEach(options, command.Add);
        return command;
    }
}
