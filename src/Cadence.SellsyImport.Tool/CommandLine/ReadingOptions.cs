using System.CommandLine.Parsing;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>What the command line says about the reading of the file, in the place of what the profile says or what is detected.</summary>
internal static class ReadingOptions
{
    private static readonly Dictionary<string, DateOrder> Orders = new() { ["dmy"] = DateOrder.DayFirst, ["mdy"] = DateOrder.MonthFirst };

    /// <summary>The overrides of a profile with those of the command line over them.</summary>
    public static ReadingOverrides Of(ConsoleContext context, ReadingOverrides saved)
    {
        var overrides = saved with
        {
            Encoding = context.Get(Options.Encoding) ?? saved.Encoding,
            Separator = context.Get(Options.Separator) ?? saved.Separator,
            HeadingRow = context.Get(Options.HeadingRow) ?? saved.HeadingRow,
            ShortRows = context.Get(Options.ShortRows) ?? saved.ShortRows,
        };
        return (context.Get(Options.DateOrders) ?? []).Aggregate(overrides, (all, chosen) => all.WithDateOrder(chosen.Field, chosen.Order));
    }

    public static char? ParseSeparator(string text) => text switch
    {
        "tab" => '\t',
        [var separator] when char.IsAscii(separator) && separator != '"' && (char.IsPunctuation(separator) || char.IsSymbol(separator)) => separator,
        _ => null,
    };

    public static DateOrderOverride[]? ParseDateOrders(ArgumentResult result)
    {
        LeadFieldCollection fields = [];
        var dates = fields.Where(field => field.Kind is LeadFieldKind.Date or LeadFieldKind.DateTime).Select(field => field.Name).ToArray();
        List<DateOrderOverride> chosen = [];
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var field = text[..Math.Max(0, equals)];
            if (!dates.Contains(field) || chosen.Exists(other => other.Field == field) || !Orders.TryGetValue(text[(equals + 1)..], out var order))
            {
                var known = string.Join(", ", dates);
                result.AddError(Say(
                    $"--date-order « {text} » : CHAMP=dmy ou CHAMP=mdy est attendu, une fois par champ. Champs : {known}.",
                    $"--date-order \"{text}\": FIELD=dmy or FIELD=mdy is expected, once a field. Fields: {known}."));
                return null;
            }

            chosen.Add(new(field, order));
        }

        return [.. chosen];
    }
}
