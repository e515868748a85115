using System.CommandLine;
using System.CommandLine.Invocation;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary><c>--help</c>: of the program all commands, of a command its options. No line is wider than the terminal, or than 80 columns elsewhere.</summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    private const int Indentation = 2;
    private const int WidestName = 28;

    public override int Invoke(ParseResult parseResult)
    {
        Write(Console.Out, parseResult.CommandResult.Command, Display.WidthOf(Console.IsOutputRedirected));
        return 0;
    }

    public static void Write(TextWriter writer, Command command, int width)
    {
        Paragraph(writer, command.Description!, 0, width);
        writer.WriteLine($"\n{Say("Utilisation :", "Usage:")}".ReplaceLineEndings());
        var isGroup = command.Subcommands.Count > 0;
        Paragraph(writer, isGroup ? $"{Usage.WordsOf(command)} {Say("COMMANDE", "COMMAND")} [options]" : Usage.LineOf(command), Indentation, width);
        Section(writer, Say("Arguments :", "Arguments:"), command.Arguments.Select(argument => (ValueNames.Of(argument.Name), SymbolTexts.Of(argument))), width);
        Section(writer, Say("Commandes :", "Commands:"), isGroup ? Usage.Runnable(command).Select(Named) : [], width);
        var common = isGroup ? new[] { ("--version", Say("la version du programme", "the version of the program")) } : [];
        Section(
            writer,
            Say("Options :", "Options:"),
            [.. Usage.OptionsOf(command).Select(Named), .. common, ("-h, --help", isGroup ? Say("cette aide, ou celle d'une commande", "this help, or that of a command") : Say("cette aide", "this help"))],
            width);
        if (Examples.Of(command.Name) is { Length: > 0 } examples)
        {
            writer.WriteLine($"\n{Say("Exemples :", "Examples:")}".ReplaceLineEndings());
            examples.ToList().ForEach(example => Paragraph(writer, $"{ProgramName.Current} {example}", Indentation, width));
        }

        if (isGroup)
        {
            Section(writer, Say("Codes de sortie :", "Exit codes:"), ExitCodeTexts(), width);
        }
    }

    private static (string, string) Named(Command command) => (
        string.Join(' ', [Usage.WordsOf(command)[(ProgramName.Current.Length + 1)..], .. command.Arguments.Select(argument => ValueNames.Of(argument.Name))]),
        command.Description!);

    private static (string, string) Named(Option option) =>
        (option.HelpName is { } value ? $"{option.Name} {ValueNames.Of(value)}" : option.Name, SymbolTexts.Of(option));

    private static IEnumerable<(string, string)> ExitCodeTexts() =>
    [
        ($"{ExitCodes.Done}", Say("fait ; les lignes en erreur sont dans les comptes", "done; rows in error are in the counts")),
        ($"{ExitCodes.Unusable}", Say("un fichier, un mappage ou une base est inutilisable", "a file, a mapping or a database cannot be used")),
        ($"{ExitCodes.WrongUsage}", Say("la ligne de commande est fausse", "the command line is wrong")),
        ($"{ExitCodes.Cancelled}", Say("interrompu par Ctrl-C", "cancelled by Ctrl-C")),
    ];

    private static void Section(TextWriter writer, string title, IEnumerable<(string Name, string Text)> entries, int width)
    {
        var all = entries.ToList();
        if (all.Count == 0)
        {
            return;
        }

        writer.WriteLine($"\n{title}".ReplaceLineEndings());
        var column = Indentation + Math.Min(WidestName, all.Max(entry => entry.Name.Length)) + 2;
        foreach (var (name, text) in all)
        {
            var isWide = Indentation + name.Length + 2 > column;
            writer.Write($"{"",Indentation}{name}");
            writer.Write(isWide ? Environment.NewLine : new string(' ', column - Indentation - name.Length));
            Paragraph(writer, text, column, width, isContinued: !isWide);
        }
    }

    /// <summary>Writes words, each line indented; the first one is not if something stands in its place.</summary>
    private static void Paragraph(TextWriter writer, string text, int indentation, int width, bool isContinued = false)
    {
        foreach (var (index, line) in WordWrap.Lines(text, width - indentation).Index())
        {
            writer.WriteLine($"{(index == 0 && isContinued ? "" : new string(' ', indentation))}{line}");
        }
    }
}
