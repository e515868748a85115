using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>The folded headings that mean a field: its name as one word and as several, then its aliases.</summary>
internal static class FieldHeadings
{
    public static ImmutableArray<(string Heading, int Rank)> Of(LeadField field)
    {
        var headings = ImmutableArray.CreateBuilder<(string, int)>(field.Aliases.Length + 2);
        headings.Add((TextFolding.Heading(field.Name), 0));
        headings.Add((TextFolding.Heading(InWords(field.Name)), 0));
        for (var i = 0; i < field.Aliases.Length; i++)
        {
            headings.Add((TextFolding.Heading(field.Aliases[i]), i + 1));
        }

        return headings.DrainToImmutable();
    }

    private static string InWords(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && ((char.IsAsciiLetterUpper(name[i]) && !char.IsAsciiLetterUpper(name[i - 1]))
                || (char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[i - 1])));
            words.Append(startsWord ? " " : "").Append(name[i]);
        }

        return words.ToString();
    }
}
