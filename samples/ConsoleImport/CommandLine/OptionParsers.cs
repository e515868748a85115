using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cadence.SellsyImport;
using ConsoleImport.Hosting;

namespace ConsoleImport.CommandLine;

/// <summary>Makes typed values of the texts of options, each with a message that says what is expected.</summary>
internal static class OptionParsers
{
    /// <summary>An option whose value is one of a few words.</summary>
    public static Option<T> Choice<T>(string name, params (string Word, T Value)[] choices)
    {
        var words = choices.Select(choice => choice.Word);
        return new(name)
        {
            HelpName = string.Join('|', words),
            CustomParser = result =>
            {
                var found = choices.Where(choice => choice.Word == Text(result)).ToList();
                return found.Count > 0
                    ? found[0].Value
                    : Wrong<T>(result, $"{name} {Quoted(result)} {Say("est inconnu : attendu", "is unknown: expected")} {string.Join(", ", words)}.");
            },
        };
    }

    public static RowSelection? Rows(ArgumentResult result) => RowSelection.TryParse(Text(result), out var rows)
        ? rows
        : Wrong<RowSelection>(result, Say(
            $"--rows {Quoted(result)} n'est pas une sélection : attendu all, none, ou des numéros de ligne à partir de 1 comme 1-20,35.",
            $"--rows {Quoted(result)} is no selection: expected all, none, or row numbers from 1 on such as 1-20,35."));

    public static int? Changes(ArgumentResult result)
    {
        if (Text(result) == "all")
        {
            return int.MaxValue;
        }

        return int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? rows
            : Wrong<int?>(result, Say(
                $"--changes {Quoted(result)} : un nombre de lignes ou all est attendu.",
                $"--changes {Quoted(result)}: a number of rows or all is expected."));
    }

    public static FieldSetting[]? Settings(ArgumentResult result)
    {
        var option = ((OptionResult)result.Parent!).Option;
        LeadFieldCollection fields = [];
        List<FieldSetting> settings = [];
        foreach (var (text, equals) in result.Tokens.Select(token => (token.Value, token.Value.IndexOf('=', StringComparison.Ordinal))))
        {
            if (equals < 1 || string.IsNullOrWhiteSpace(text[(equals + 1)..]))
            {
                return Wrong<FieldSetting[]>(result, Say(
                    $"{option.Name} « {text} » : {option.HelpName} est attendu, sans blanc de part et d'autre du signe égal.",
                    $"{option.Name} \"{text}\": {option.HelpName} is expected, with nothing blank on either side of the equals sign."));
            }

            if (!fields.TryGetValue(text[..equals], out var field))
            {
                var known = string.Join(", ", fields.Select(known => known.Name));
                return Wrong<FieldSetting[]>(result, Say(
                    $"{option.Name} : champ inconnu « {text[..equals]} ». Champs : {known}.",
                    $"{option.Name}: unknown field \"{text[..equals]}\". Fields: {known}."));
            }

            if (settings.Any(setting => setting.Field.Equals(field)))
            {
                return Wrong<FieldSetting[]>(result, Say(
                    $"{option.Name} {field.Name} est donné deux fois : une fois par champ est attendu.",
                    $"{option.Name} {field.Name} is given twice: once a field is expected."));
            }

            settings.Add(new(field, text[(equals + 1)..]));
        }

        return [.. settings];
    }

    /// <summary>Refuses what is no connection without showing it: it may hold a password.</summary>
    public static void CheckConnection(OptionResult result)
    {
        if (!result.Tokens.All(token => PostgreSqlDatabase.IsConnection(token.Value)))
        {
            result.AddError(Say(
                "La valeur de --postgres n'est pas une connexion : Host=…;Database=…;Username=… est attendu, entre guillemets.",
                "The value of --postgres is no connection: Host=…;Database=…;Username=… is expected, in quotes."));
        }
    }

    private static string Text(ArgumentResult result) => result.Tokens[^1].Value;

    private static string Quoted(ArgumentResult result) => Say($"« {Text(result)} »", $"\"{Text(result)}\"");

    private static T? Wrong<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
