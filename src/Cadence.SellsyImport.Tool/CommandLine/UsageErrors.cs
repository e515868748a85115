using System.CommandLine;
using System.CommandLine.Parsing;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>
/// Writes the messages for the errors of the parser. The texts of the parser itself are partly English in every language, and show values, which
/// may be passwords.
/// </summary>
internal static class UsageErrors
{
    /// <summary>What is wrong with a command line, or null.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Action is HelpText or VersionText)
        {
            return null;
        }

        // The parser takes an unknown option for the argument if one is still missing.
        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value);
        if (arguments.Where(IsOption).Concat(parsed.UnmatchedTokens).FirstOrDefault() is { } word)
        {
            return Unmatched(command, word);
        }

        var results = parsed.CommandResult.Children.ToList();
        return results.Where(IsValueMissing).Select(Missing)
            .Concat(results.OfType<OptionResult>().Where(IsTwice).Select(Twice))
            .Concat(parsed.Errors.Select(Text))
            .FirstOrDefault();
    }

    private static string Unmatched(Command command, string word) => command switch
    {
        _ when IsOption(word) => Say(
            $"Option inconnue {Shown(word)} de la commande {command.Name}. {Meant(word, command.Options.Select(option => option.Name))}",
            $"Unknown option {Shown(word)} of the command {command.Name}. {Meant(word, command.Options.Select(option => option.Name))}").TrimEnd(),
        { Subcommands.Count: 0 } => Say(
            $"Argument inattendu « {Shown(word)} » : il n'y a rien à cette place ; un nom contenant des espaces se met entre guillemets.",
            $"Unexpected argument \"{Shown(word)}\": nothing stands in this place; quote a name that has spaces."),
        _ => Say(
            $"Commande inconnue « {Shown(word)} ». {MeantOf(command, word)}",
            $"Unknown command \"{Shown(word)}\". {MeantOf(command, word)}"),
    };

    private static string MeantOf(Command command, string word)
    {
        var names = command.Subcommands.Select(child => child.Name).ToArray();
        return Meant(word, names) is { Length: > 0 } meant ? meant : $"{Say("Commandes :", "Commands:")} {string.Join(", ", names)}.";
    }

    /// <summary>The word that was meant, if one is near.</summary>
    private static string Meant(string word, IEnumerable<string> names) =>
        Nearest.To(word, names) is { } nearest ? Say($"Vouliez-vous dire {nearest} ?", $"Did you mean {nearest}?") : "";

    private static string Text(ParseError error) => error.SymbolResult switch
    {
        CommandResult => Say("Mot manquant après « users » : add ou list est attendu.", "A word is missing after \"users\": add or list is expected."),
        _ => error.Message,
    };

    private static bool IsTwice(OptionResult result) => result.IdentifierTokenCount > 1 && result.Option.Arity.MaximumNumberOfValues <= 1;

    private static string Twice(OptionResult result) => Say(
        $"{result.Option.Name} est donnée deux fois : une seule est attendue.",
        $"{result.Option.Name} is given twice: it is expected once.");

    private static bool IsValueMissing(SymbolResult result) => result switch
    {
        OptionResult { Option: { Arity.MinimumNumberOfValues: > 0 } } or ArgumentResult =>
            result.Tokens.Count == 0 || result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value) || IsOption(token.Value)),
        _ => false,
    };

    private static string Missing(SymbolResult result) => result switch
    {
        OptionResult { Option: var option } => Say(
            $"Valeur manquante après {option.Name} : {ValueNames.Of(option.HelpName!)} est attendu.",
            $"The value of {option.Name} is missing: {ValueNames.Of(option.HelpName!)} is expected."),
        ArgumentResult { Argument: var argument } when argument == Options.ImportId => Say(
            "Import manquant : IMPORT est attendu, l'identifiant que donne history, son début ou last.",
            "The import is missing: IMPORT is expected: the id that history shows, its first characters, or last."),
        ArgumentResult { Argument: var argument } => Say($"Fichier manquant : {ValueNames.Of(argument.Name)} est attendu.", $"The file is missing: {ValueNames.Of(argument.Name)} is expected."),
        _ => throw new ArgumentException("Only options and arguments have values.", nameof(result)),
    };

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Cuts the text after an equals sign or a scheme: a connection string without its quotes would show its password.</summary>
    private static string Shown(string word)
    {
        var end = word.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 2 : word.IndexOf('=', StringComparison.Ordinal);
        return end < 0 ? word : $"{word[..(end + 1)]}…";
    }
}
