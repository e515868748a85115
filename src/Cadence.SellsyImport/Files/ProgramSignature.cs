namespace Cadence.SellsyImport.Files;

/// <summary>The headings by which the exports of a program are recognised.</summary>
/// <param name="Program">The name of the program, as its makers write it.</param>
/// <param name="Rules">
/// Any rule suffices. All parts of a rule must be there, each as one of its folded headings between the bars; a star stands for any end. Of a part
/// that starts with an exclamation mark, none may be there.
/// </param>
internal sealed record ProgramSignature(string Program, params string[][] Rules)
{
    public bool IsIn(HashSet<string> folded) => Array.Exists(Rules, rule => Array.TrueForAll(rule, part => part[0] == '!' ? !IsIn(part[1..], folded) : IsIn(part, folded)));

    private static bool IsIn(string part, HashSet<string> folded)
    {
        foreach (var range in part.AsSpan().Split('|'))
        {
            var heading = part[range];
            if (heading[^1] == '*' ? folded.Any(found => found.StartsWith(heading[..^1], StringComparison.Ordinal)) : folded.Contains(heading))
            {
                return true;
            }
        }

        return false;
    }
}
