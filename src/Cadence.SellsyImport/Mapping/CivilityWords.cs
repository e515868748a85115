using System.Collections.Frozen;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The forms of address that tell a column of civilities from one of job titles.</summary>
internal static class CivilityWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "m", "m.", "mr", "mr.", "monsieur", "mister", "mrs", "mrs.", "mme", "mme.", "madame", "ms", "ms.", "mlle", "mlle.", "mademoiselle",
        "miss", "mx", "mx.", "dr", "dr.", "docteur", "doctor", "pr", "pr.", "prof", "prof.", "professeur", "professor", "me", "me.",
        "maître", "maitre", "sir", "madam").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contain(ReadOnlySpan<char> text) => Words.Contains(text);
}
