using System.CommandLine;
using System.CommandLine.Parsing;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>Parses the texts of options to typed values, each with a message that says what is expected.</summary>
internal static class OptionParsers
{
    /// <param name="name">The name of the option.</param>
    /// <param name="helpName">The name of its value in the help.</param>
    /// <param name="parse">Parses the text, or returns null if it is not valid.</param>
    /// <param name="french">The message after an invalid text, in French.</param>
    /// <param name="english">The same in English.</param>
    public static Option<T> Parsed<T>(string name, string helpName, Func<string, T?> parse, string french, string english) => new(name)
    {
        HelpName = helpName,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            var value = parse(text);
            if (value is null)
            {
                result.AddError(Say($"{name} « {text} »{french}", $"{name} \"{text}\"{english}"));
            }

            return value;
        },
    };

    /// <summary>An option whose value is one of a few words.</summary>
    public static Option<T> Choice<T>(string name, Dictionary<string, T> values)
    {
        var words = string.Join(", ", values.Keys);
        return Parsed(
            name, string.Join('|', values.Keys), text => values.GetValueOrDefault(text), $" est inconnu : attendu {words}.", $" is unknown: expected {words}.");
    }

    public static FieldSetting[]? Settings(ArgumentResult result)
    {
        LeadFieldCollection fields = [];
        List<FieldSetting> settings = [];
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            var (name, value) = text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? (text[..equals], text[(equals + 1)..]) : ("", "");
            var field = fields.FirstOrDefault(known => known.Name == name || IsFurther(known, name, result));
            var isFurther = field is not null && field.Name != name;
            if (field is null || string.IsNullOrWhiteSpace(value) || (!isFurther && settings.Any(setting => !setting.IsFurther && setting.Field.Equals(field))))
            {
                result.AddError(SettingWrong(((OptionResult)result.Parent!).Option, text, name, value, field, fields));
                return null;
            }

            settings.Add(new(field, value, isFurther));
        }

        return [.. settings];
    }

    /// <summary>Refuses an invalid connection string without showing it: it may hold a password.</summary>
    public static void CheckConnection(OptionResult result)
    {
        if (!result.Tokens.All(token => PostgreSqlDatabase.IsConnection(token.Value)))
        {
            result.AddError(Say(
                "La valeur de --postgres n'est pas une connexion : Host=…;Database=…;Username=… est attendu, entre guillemets.",
                "The value of --postgres is no connection: Host=…;Database=…;Username=… is expected, in quotes."));
        }
    }

    private static bool IsFurther(LeadField field, string name, ArgumentResult result) =>
        field.TakesSeveralColumns && name == field.Name + "+" && ((OptionResult)result.Parent!).Option == Options.Columns;

    private static string SettingWrong(Option option, string text, string name, string value, LeadField? field, LeadFieldCollection fields)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return Say(
                $"{option.Name} « {text} » : {ValueNames.Of(option.HelpName!)} est attendu, sans blanc de part et d'autre du signe égal.",
                $"{option.Name} \"{text}\": {ValueNames.Of(option.HelpName!)} is expected, with nothing blank on either side of the equals sign.");
        }

        var names = fields.Select(known => known.Name).ToArray();
        var known = Nearest.To(name, names) is { } nearest
            ? Say($"Vouliez-vous dire {nearest} ?", $"Did you mean {nearest}?")
            : Say($"Champs : {string.Join(", ", names)}.", $"Fields: {string.Join(", ", names)}.");
        return field is null
            ? Say($"{option.Name} : champ inconnu « {name} ». {known}", $"{option.Name}: unknown field \"{name}\". {known}")
            : Say($"{option.Name} {name} est donné deux fois : une fois par champ est attendu.", $"{option.Name} {name} is given twice: once a field is expected.");
    }
}
