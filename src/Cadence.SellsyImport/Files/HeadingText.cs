using System.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Cleans the text of a heading.</summary>
internal static class HeadingText
{
    /// <summary>Takes blanks, no-break spaces and marks without width off both ends, and makes line breaks and runs of blanks one blank.</summary>
    public static string Trim(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        text = WindowsControls.Decode(text);
        var cleaned = new StringBuilder(text.Length);
        var isBlank = false;
        foreach (var character in text)
        {
            if (character is '\uFEFF' or '\u200B')
            {
                continue;
            }

            if (char.IsWhiteSpace(character))
            {
                isBlank = true;
                continue;
            }

            if (isBlank && cleaned.Length > 0)
            {
                cleaned.Append(' ');
            }

            isBlank = false;
            cleaned.Append(character);
        }

        return cleaned.ToString();
    }

    private static bool IsClean(string text)
    {
        var afterBlank = true;
        foreach (var character in text)
        {
            var isBlank = character == ' ';
            if (isBlank ? afterBlank : character is '\uFEFF' or '\u200B' or (>= '\u0080' and <= '\u009F') || char.IsWhiteSpace(character))
            {
                return false;
            }

            afterBlank = isBlank;
        }

        return text.Length == 0 || !afterBlank;
    }
}
