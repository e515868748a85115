using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>The language that the page asks for, in the query of a download or in the header, with the names that the page gives to what a person can choose.</summary>
internal sealed partial class Languages(IOptions<SellsyImportPageOptions> options)
{
    private readonly ImportTexts _french = ForPage(options.Value.French, new()
    {
        ["Encoding"] = "Encodage",
        ["Separator"] = "Séparateur",
        ["HeadingRow"] = "Ligne des en-têtes",
        ["ShortRows"] = "Lignes courtes",
        ["DateOrders"] = "Ordre des dates",
        ["WithValue"] = "Corriger par valeur",
    });

    private readonly ImportTexts _english = ForPage(options.Value.English, new()
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
        var languages = http.RequestServices.GetRequiredService<Languages>();
        return asked.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? languages._english : languages._french;
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
