using ConsoleImport.Output;

namespace ConsoleImport.CommandLine;

/// <summary>Refuses a command line that would write one of its files over another, above all over the export itself.</summary>
internal static class FileClash
{
    private const ConsoleCommand Writing =
        ConsoleCommand.Import | ConsoleCommand.Resume | ConsoleCommand.End | ConsoleCommand.Undo | ConsoleCommand.UsersAdd;

    /// <exception cref="UsageException">Two options name one file.</exception>
    public static void Check(CommandOptions options, ConsoleTexts texts)
    {
        (string Name, string? Path, bool IsWritten)[] files =
        [
            (options.Command == ConsoleCommand.Resume ? OptionTable.File : Usage.FileOf(options.Command), options.File, false),
            (OptionTable.Users, options.Users, false),
            (OptionTable.Profile, options.Profile, false),
            (OptionTable.Plan, options.Plan, false),
            (OptionTable.Database, options.Connection is null ? options.Database : null, (options.Command & Writing) != 0),
            (OptionTable.Report, options.Report, true),
            (OptionTable.Statuses, options.Statuses, true),
            (OptionTable.SavePlan, options.SavePlan, true),
            (OptionTable.Save, options.Save == options.Profile ? null : options.Save, true),
        ];
        for (var later = 1; later < files.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if ((files[later].IsWritten || files[earlier].IsWritten) && AreSame(files[earlier].Path, files[later].Path))
                {
                    throw new UsageException(texts.FileClash(files[earlier].Name, files[later].Name, files[later].Path!), options.Command);
                }
            }
        }
    }

    private static bool AreSame(string? one, string? other) =>
        !string.IsNullOrEmpty(one) && !string.IsNullOrEmpty(other)
        && string.Equals(Path.GetFullPath(one), Path.GetFullPath(other), StringComparison.Ordinal);
}
