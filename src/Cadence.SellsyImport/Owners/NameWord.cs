using System.Collections.Frozen;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Owners;

/// <summary>A word of a person's name.</summary>
/// <param name="Folded">The folded word.</param>
/// <param name="IsCapital">Whether the word is written in capitals, apart from a prefix as in <c>d'ORMESSON</c> and <c>McDONALD</c>.</param>
/// <param name="IsSmall">Whether it is not, and is no particle either: <c>Jean</c>, but not <c>de</c>, an initial or a number.</param>
internal readonly record struct NameWord(string Folded, bool IsCapital, bool IsSmall)
{
    /// <summary>The words that are written small beside a last name in capitals: <c>Jean de LA TOUR</c>.</summary>
    private static readonly FrozenSet<string> Particles = FrozenSet.Create(
        StringComparer.Ordinal,
        "d", "de", "du", "des", "l", "la", "le", "les", "da", "das", "di", "do", "dos", "del", "della", "van", "von", "der", "den", "ter", "ten",
        "zu", "zur", "el", "al", "ben", "bin", "ibn", "y", "e");

    /// <summary>Whether the word is a particle, however it is written.</summary>
    public bool IsParticle => Particles.Contains(Folded);

    public static NameWord Of(ReadOnlySpan<char> word)
    {
        var isCapital = EndsInCapitals(word);
        return new(TextFolding.Label(word.ToString()), isCapital, !isCapital && HasSmallLetter(word) && !IsSmallParticle(word));
    }

    /// <summary>The words between the hyphens.</summary>
    public IEnumerable<NameWord> Parts()
    {
        var whole = this;
        return Folded.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => whole with { Folded = part });
    }

    /// <summary>Whether the last two letters are capitals: one letter alone is an initial.</summary>
    private static bool EndsInCapitals(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        for (var i = word.Length - 1; i >= 0 && capitals < 2; i--)
        {
            if (char.IsLower(word[i]))
            {
                return false;
            }

            capitals += char.IsUpper(word[i]) ? 1 : 0;
        }

        return capitals == 2;
    }

    private static bool HasSmallLetter(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (char.IsLower(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSmallParticle(ReadOnlySpan<char> word) => Particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
