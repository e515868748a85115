namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>Takes the accents off the letters of French words, for e-mail and web addresses.</summary>
internal static class Ascii
{
    private const string Accented = "àâäçéèêëîïôöùûüÿ";
    private const string Plain = "aaaceeeeiioouuuy";

    public static string[] OfAll(string[] words) => [.. words.Select(Of)];

    public static string Of(string word) => string.Concat(word.ToLowerInvariant().Select(Letter));

    private static string Letter(char letter) => letter switch
    {
        'œ' => "oe",
        >= 'a' and <= 'z' => letter.ToString(),
        ' ' or '-' => "-",
        _ => Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var accented ? Plain[accented].ToString() : "",
    };
}
