namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Breaks a text into lines between words; French punctuation stays with its word.</summary>
internal static class WordWrap
{
    /// <param name="text">The text; its own line breaks stay.</param>
    /// <param name="width">The most characters of a line; a longer word has a line of its own.</param>
    public static IEnumerable<string> Lines(string text, int width) => text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => Wrapped(line, width));

    private static IEnumerable<string> Wrapped(string paragraph, int width)
    {
        var line = "";
        foreach (var word in Words(paragraph))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length > 0 ? $"{line} {word}" : word;
            }
        }

        yield return line;
    }

    /// <summary>The words, each with the signs that must not stand on another line.</summary>
    private static IEnumerable<string> Words(string paragraph)
    {
        var indentation = paragraph[..(paragraph.Length - paragraph.TrimStart().Length)];
        var word = indentation;
        foreach (var next in paragraph.TrimStart().Split(' '))
        {
            if (word == indentation)
            {
                word += next;
            }
            else if (next is ":" or ";" or "?" or "!" or "»" or "»." or "».." or "»," || word.EndsWith('«') || word == "-")
            {
                word += $" {next}";
            }
            else
            {
                yield return word;
                word = next;
            }
        }

        yield return word;
    }
}
