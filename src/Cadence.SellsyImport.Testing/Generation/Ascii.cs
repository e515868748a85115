namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>Removes the accents of French words, for e-mail and web addresses.</summary>
internal static class Ascii
{
    private const string Accented = "àâäçéèêëîïôöùûüÿ";
    private const string Plain = "aaaceeeeiioouuuy";

    public static string[] OfAll(string[] words) => [.. words.Select(Of)];

    /// <summary>The same text without accents, its case and all other characters kept.</summary>
    public static string WithoutAccents(string text) => string.Concat(text.Select(letter => char.ToLowerInvariant(letter) switch
    {
        'œ' => letter == 'œ' ? "oe" : "Oe",
        var lower when Accented.IndexOf(lower, StringComparison.Ordinal) is >= 0 and var accented =>
            (letter == lower ? Plain[accented] : char.ToUpperInvariant(Plain[accented])).ToString(),
        _ => letter.ToString(),
    }));

    public static bool HasAccent(string text) => text.Any(letter => (Accented + 'œ').Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal));

    public static string Of(string word) => string.Concat(word.ToLowerInvariant().Select(Letter));

    private static string Letter(char letter) => letter switch
    {
        'œ' => "oe",
        >= 'a' and <= 'z' => letter.ToString(),
        ' ' or '-' => "-",
        _ => Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var accented ? Plain[accented].ToString() : "",
    };
}
