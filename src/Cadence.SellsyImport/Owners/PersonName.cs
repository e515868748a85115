using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Owners;

/// <summary>The name of a person as a file or Cadence writes it: its words, its suffix in parentheses, and the words before a comma.</summary>
internal sealed class PersonName
{
    private const int NoComma = -1;

    private PersonName(ImmutableArray<NameWord> words, string suffix, int lastNameWords) =>
        (Words, Suffix, LastNameWords) = (words, suffix, lastNameWords);

    /// <summary>The words, without the suffix.</summary>
    public ImmutableArray<NameWord> Words { get; }

    /// <summary>The folded suffix with its parentheses; empty if there is none.</summary>
    public string Suffix { get; }

    /// <summary>How many words a comma marks as the last name; -1 without a comma, 0 if the commas separate something else.</summary>
    public int LastNameWords { get; }

    public bool HasHyphen => Words.Any(word => word.Folded.Contains('-', StringComparison.Ordinal));

    /// <summary>Whether the case of the letters says which words are the last name: some words are in capitals, and others are not.</summary>
    public bool MarksLastName => Words.Any(word => word.IsCapital) && Words.Any(word => word.IsSmall);

    /// <summary>The folded words.</summary>
    public string Folded => string.Join(' ', Words.Select(word => word.Folded));

    /// <summary>The folded words without hyphens, under which all spellings of a name are found.</summary>
    public string Key => string.Join(' ', WithoutHyphens().Select(word => word.Folded));

    public static PersonName Of(string? text)
    {
        text ??= "";
        var end = StartOfSuffix(text);
        var name = text.AsSpan(0, end);
        var suffix = TextFolding.Label(text[end..]);
        var comma = name.IndexOf(',');
        if (comma < 0)
        {
            return new(WordsOf(name), suffix, NoComma);
        }

        var (lastName, rest) = (WordsOf(name[..comma]), WordsOf(name[(comma + 1)..]));
        var isOne = rest.Length > 0 && name.Count(',') == 1;
        return new([.. lastName, .. rest], suffix, isOne ? lastName.Length : 0);
    }

    /// <summary>The words with each hyphen as a blank.</summary>
    public ImmutableArray<NameWord> WithoutHyphens() => HasHyphen ? [.. Words.SelectMany(word => word.Parts())] : Words;

    private static ImmutableArray<NameWord> WordsOf(ReadOnlySpan<char> name)
    {
        var words = ImmutableArray.CreateBuilder<NameWord>();
        for (var start = 0; start < name.Length;)
        {
            var length = 0;
            while (start + length < name.Length && !Separates(name[start + length]))
            {
                length++;
            }

            if (NameWord.Of(name.Slice(start, length)) is { Folded.Length: > 0 } word)
            {
                words.Add(word);
            }

            start += length + 1;
        }

        return words.DrainToImmutable();
    }

    private static bool Separates(char character) => BlankCharacters.IsBlank(character) && !BlankCharacters.IsInvisible(character);

    /// <summary>Where the parentheses at the end of a name start; the end of the text if there are none, or nothing stands before them.</summary>
    private static int StartOfSuffix(string text)
    {
        var suffix = text.Length;
        for (var end = LengthWithoutBlanks(text, text.Length); end > 0 && text[end - 1] == ')';)
        {
            var start = end - 1;
            for (var depth = 1; depth > 0 && start > 0;)
            {
                start--;
                depth += text[start] switch { ')' => 1, '(' => -1, _ => 0 };
            }

            end = text[start] == '(' ? LengthWithoutBlanks(text, start) : 0;
            suffix = end > 0 ? start : suffix;
        }

        return suffix;
    }

    private static int LengthWithoutBlanks(string text, int length)
    {
        while (length > 0 && BlankCharacters.IsBlank(text[length - 1]))
        {
            length--;
        }

        return length;
    }
}
