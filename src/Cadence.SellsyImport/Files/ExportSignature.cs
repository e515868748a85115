namespace Cadence.SellsyImport.Files;

/// <summary>The headings by which the exports of one kind are recognised.</summary>
/// <param name="Name">The program, as its makers write it, or the list of Sellsy.</param>
/// <param name="Rules">
/// Any rule suffices. All parts of a rule must be there, each as one of its folded headings between the bars; a star stands for any end. Of a part
/// that starts with an exclamation mark, none may be there.
/// </param>
internal sealed record ExportSignature(string Name, params string[][] Rules)
{
    public bool IsIn(HashSet<string> folded) => Array.Exists(Rules, rule => Array.TrueForAll(rule, part => Holds(part, folded)));

    private static bool Holds(string part, HashSet<string> folded) =>
        part[0] == '!' ? !HasAny(part[1..], folded) : HasAny(part, folded);

    private static bool HasAny(string part, HashSet<string> folded)
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
