using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>Reads one of a list of texts. Case, accents and the forms of blanks, hyphens and apostrophes do not matter.</summary>
/// <param name="choices">The texts.</param>
internal sealed class ChoiceReader(ImmutableArray<string> choices)
{
    private const int OnTheStack = 384;

    private readonly string[] _folded = [.. choices.Select(TextFolding.Label)];
    private readonly int _longest = choices.Max(choice => choice.Length) * TextFolding.LongestExpansion;

    /// <summary>The choice in its own spelling, or null.</summary>
    public string? Find(ReadOnlySpan<char> text)
    {
        // Folding shortens a text by its marks and blanks alone.
        if (text.Length > 2 * _longest)
        {
            return null;
        }

        Span<char> space = stackalloc char[OnTheStack];
        space = text.Length * TextFolding.LongestExpansion <= space.Length ? space : new char[text.Length * TextFolding.LongestExpansion];
        var folded = TextFolding.Label(text, space);
        for (var i = 0; i < _folded.Length; i++)
        {
            if (folded.SequenceEqual(_folded[i]))
            {
                return choices[i];
            }
        }

        return null;
    }
}
