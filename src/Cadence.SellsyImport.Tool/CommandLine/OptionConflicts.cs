using System.CommandLine;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>Refuses options that exclude each other, and options that would overwrite a file, above all the export itself.</summary>
internal static class OptionConflicts
{
    private static readonly string[] WritingCommands = ["import", "resume", "end", "undo", "add"];

    /// <exception cref="UsageException">Two options exclude each other, or name one file.</exception>
    public static void Check(ConsoleContext context)
    {
        CheckTogether(context, Options.Database, Options.Postgres);
        if (context.Command.Options.Contains(Options.ResumedFile) && context.Has(Options.Sheet) && !context.Has(Options.ResumedFile))
        {
            throw new UsageException(Say("--sheet ne va qu'avec --file : donnez le classeur.", "--sheet goes only with --file: give the workbook."));
        }

        CheckTogether(
            context,
            Options.Plan,
            [
                Options.Profile, Options.Columns, Options.Constants, Options.Values, Options.Owners, Options.DefaultOwner, Options.UnknownOwner, Options.Repeated,
                Options.Encoding, Options.Separator, Options.HeadingRow, Options.ShortRows, Options.DateOrders, Options.Account,
            ]);
        var isWriting = WritingCommands.Contains(context.Command.Name);
        (string Name, string? Path, bool IsWritten)[] files =
        [
            .. new[] { Options.File, Options.UsersFile }.Where(context.Command.Arguments.Contains).Select(file => (file.Name, context.Get(file), false)),
            .. new[] { Options.ResumedFile, Options.Users, Options.Profile, Options.Plan }.Select(file => (file.Name, context.Get(file), false)),
            (Options.Database.Name, context.Get(Options.Postgres) is null ? context.Database.Name : null, isWriting),
            .. new[] { Options.Report, Options.Statuses, Options.SavePlan, Options.Save }.Select(file => (file.Name, context.Get(file), true)),
        ];
        foreach (var (index, later) in files.Index())
        {
            var clash = files.Take(index).FirstOrDefault(earlier => (earlier.IsWritten || later.IsWritten) && AreSame(earlier, later));
            if (clash.Name is not null)
            {
                throw new UsageException(Say(
                    $"{clash.Name} et {later.Name} désignent le même fichier {later.Path}, qui serait écrasé : donnez un autre nom à l'un d'eux.",
                    $"{clash.Name} and {later.Name} name the same file {later.Path}, which would be overwritten: give one of them another name."));
            }
        }
    }

    private static void CheckTogether(ConsoleContext context, Option option, params Option[] others)
    {
        var other = context.Has(option) ? others.FirstOrDefault(context.Has) : null;
        if (other is not null)
        {
            throw new UsageException(Say(
                $"{option.Name} et {other.Name} ne vont pas ensemble : donnez l'une des deux.",
                $"{option.Name} and {other.Name} do not go together: give one of them."));
        }
    }

    /// <summary>A profile may overwrite itself.</summary>
    private static bool AreSame((string Name, string? Path, bool IsWritten) one, (string Name, string? Path, bool IsWritten) other) =>
        one.Path is not null && other.Path is not null
        && (one.Name, other.Name) != (Options.Profile.Name, Options.Save.Name)
        && Path.GetFullPath(one.Path) == Path.GetFullPath(other.Path);
}
