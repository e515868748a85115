using System.CommandLine;
using System.CommandLine.Help;
using Cadence.SellsyImport.Tool.Commands;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>All commands, each with its options and its handler.</summary>
internal static class CommandTree
{
    private static readonly Option[] Store = [Options.Database, Options.Postgres];
    private static readonly Option[] Mapping = [
        Options.Sheet, Options.Profile, Options.Columns, Options.Constants, Options.Values, Options.Owners,
        Options.DefaultOwner, Options.UnknownOwner,
    ];
    private static readonly Option[] Reading = [Options.Encoding, Options.Separator, Options.HeadingRow, Options.ShortRows, Options.DateOrders];
    private static readonly Option[] Settings = [Options.KeepColumns, Options.Limits];
    private static readonly Option[] Answer = [Options.Language, Options.Json];

    public static Command Build()
    {
        var root = new Command(ProgramName.Name, Say("Importe les contacts d'un export Sellsy dans Cadence.", "Imports the contacts of a Sellsy export into Cadence."))
        {
            Options.Language,
            new HelpOption("--help", "-h") { Action = new HelpText() },
            new VersionOption("--version") { Action = new VersionText() },
        };
        root.SetAction(_ => HelpText.Write(Console.Out, root, Display.WidthOf(Console.IsOutputRedirected)));
        var summary = Say("importe l'export d'exemple dans cadence-demo.db, une base à part", "imports the sample export into cadence-demo.db, a database of its own");
        root.Add(Make("demo", summary, DemoCommand.RunAsync, null, Options.Language));
        summary = Say("montre chaque ligne avec son statut ; n'écrit rien", "shows every row with its status; writes nothing");
        root.Add(Make("preview", summary, PreviewCommand.RunAsync, Options.File, [
            Options.Users, .. Store, Options.Account, Options.Existing, Options.Repeated, .. Mapping, .. Reading, .. Settings, Options.Shown, Options.Changes, Options.SavePlan,
            Options.Statuses, .. Answer, Options.JsonRows,
        ]));
        summary = Say("montre l'aperçu, ajoute les lignes et rend compte", "shows the preview, adds the rows and reports");
        root.Add(Make("import", summary, ImportCommand.RunAsync, Options.File, [
            Options.Users, .. Store, Options.Rows, Options.Account, Options.Existing, Options.Repeated, Options.Plan, Options.Report, .. Mapping, .. Reading, .. Settings, Options.Shown,
            Options.Statuses, .. Answer, Options.JsonRows,
        ]));
        summary = Say("liste les imports de la base, le plus récent d'abord", "lists the imports of the database, newest first");
        root.Add(Make("history", summary, HistoryCommand.RunAsync, null, [.. Store, .. Answer]));
        summary = Say("annule un import, et nomme ce qui doit rester", "takes an import back, and names what has to stay");
        root.Add(Make("undo", summary, UndoCommand.RunAsync, Options.ImportId, [Options.Yes, .. Store, .. Answer]));
        summary = Say("continue un import interrompu", "goes on with an import that was interrupted");
        root.Add(Make("resume", summary, ResumeCommand.RunAsync, Options.ImportId, [
            Options.ResumedFile, Options.Sheet, .. Store, .. Settings, Options.Report, Options.Statuses, .. Answer, Options.JsonRows,
        ]));
        summary = Say("arrête un import interrompu, qui ne sera pas repris", "ends an import that was interrupted; it is not resumed");
        root.Add(Make("end", summary, EndCommand.RunAsync, Options.ImportId, [.. Store, .. Answer]));
        summary = Say("montre le mappage proposé, et l'enregistre", "shows the suggested mapping, and saves it");
        root.Add(Make("mapping", summary, MappingCommand.RunAsync, Options.File, [.. Mapping, .. Reading, Options.Save, .. Answer]));
        var users = new Command("users", Say("Les utilisateurs de Cadence, à qui les leads sont donnés.", "The users of Cadence, who own the leads."));
        summary = Say("ajoute ou met à jour des utilisateurs", "adds or updates users");
        users.Add(Make("add", summary, UsersCommands.AddAsync, Options.UsersFile, [.. Store, Options.Language]));
        users.Add(Make("list", Say("liste les utilisateurs", "lists the users"), UsersCommands.ListAsync, null, [.. Store, Options.Language]));
        root.Add(users);
        return root;
    }

    private static Command Make(string name, string summary, Func<ConsoleContext, Task> run, Argument? argument, params Option[] options)
    {
        var command = new Command(name, $"{char.ToUpperInvariant(summary[0])}{summary[1..]}.");
        command.SetAction((parsed, cancellation) => ConsoleHost.RunAsync(run, new ConsoleContext(parsed, cancellation)));
        if (argument is not null)
        {
            command.Add(argument);
        }

        Array.ForEach(options, command.Add);
        return command;
    }
}
