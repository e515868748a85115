namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>Finds the word that a mistyped one was meant to be.</summary>
internal static class Nearest
{
    /// <summary>The nearest of some words: at most one edit for each three characters, a swap of neighbours counts as one. Null if none is as near.</summary>
    public static string? To(string typed, IEnumerable<string> words) => words
        .Select(word => (Word: word, Distance: Distance(typed.ToUpperInvariant(), word.ToUpperInvariant())))
        .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Word.TrimStart('-').Length / 3) || IsStart(typed, candidate.Word))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();

    private static bool IsStart(string typed, string word) =>
        typed.TrimStart('-').Length >= 3 && word.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static int Distance(string one, string other)
    {
        var distances = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                distances[row, column] = row == 0 || column == 0 ? row + column : Math.Min(
                    Math.Min(distances[row - 1, column], distances[row, column - 1]) + 1,
                    distances[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1));
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    distances[row, column] = Math.Min(distances[row, column], distances[row - 2, column - 2] + 1);
                }
            }
        }

        return distances[one.Length, other.Length];
    }
}
