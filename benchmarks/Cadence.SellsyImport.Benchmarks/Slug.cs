namespace Cadence.SellsyImport.Benchmarks;

/// <summary>Makes names of files and folders.</summary>
internal static class Slug
{
    /// <summary>The ASCII letters and digits of a text in lower case, and a hyphen for all between them.</summary>
    public static string Of(string text)
    {
        var words = new string([.. text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]);
        return string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
