using System.Collections.Frozen;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The forms of address, titles among them, that distinguish a column of civilities from one of job titles.</summary>
internal static class CivilityWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "mister", "miss", "mx", "mx.", "dr", "dr.", "docteur", "doctor", "pr", "pr.", "prof", "prof.", "professeur", "professor", "me",
        "me.", "maître", "maitre", "sir", "madam").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contain(ReadOnlySpan<char> text) => CivilityReader.Known(text) is not null || Titles.Contains(text);
}
