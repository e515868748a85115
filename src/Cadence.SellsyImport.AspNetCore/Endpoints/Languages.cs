using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>The language that the page asks for, in the query of a download or in the header, with the names that the page gives to what a person can choose.</summary>
internal static partial class Languages
{
    private static readonly ImportTexts French = ForPage(ImportTexts.French, new()
    {
        ["Encoding"] = "Encodage",
        ["Separator"] = "Séparateur",
        ["HeadingRow"] = "Ligne des en-têtes",
        ["ShortRows"] = "Lignes courtes",
        ["DateOrders"] = "Ordre des dates",
        ["WithValue"] = "Corriger par valeur",
    });

    private static readonly ImportTexts English = ForPage(ImportTexts.English, new()
    {
        ["Encoding"] = "Encoding",
        ["Separator"] = "Separator",
        ["HeadingRow"] = "Heading row",
        ["ShortRows"] = "Short rows",
        ["DateOrders"] = "Order of dates",
        ["WithValue"] = "Repair by value",
    });

    public static ImportTexts Of(HttpContext http)
    {
        var asked = http.Request.Query["lang"].ToString() is { Length: > 0 } query ? query : http.Request.Headers.AcceptLanguage.ToString();
        return asked.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : French;
    }

    /// <summary>The library's texts name what can be overruled as code and console do, such as <c>Encoding (--encoding)</c>; a person sees the names of the page.</summary>
    private static ImportTexts ForPage(ImportTexts texts, Dictionary<string, string> names) => texts.With(texts.All
        .Where(text => OptionNames().IsMatch(text.Value))
        .ToDictionary(
            text => text.Key,
            text => OptionNames().Replace(text.Value, match => string.Join(", ", match.Groups[1].Value.Split(", ").Select(name => names.GetValueOrDefault(name, name)))),
            StringComparer.Ordinal));

    [GeneratedRegex(@"(\w+(?:, \w+)*) \(--[^)]*\)")]
    private static partial Regex OptionNames();
}
