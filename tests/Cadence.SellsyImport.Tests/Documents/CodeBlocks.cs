namespace Cadence.SellsyImport.Tests.Documents;

/// <summary>The C# blocks of a document.</summary>
internal static class CodeBlocks
{
    private const string Fence = "```";

    /// <summary>Finds the blocks that are fenced as <c>csharp</c>, each without its indentation.</summary>
    public static IReadOnlyList<(int Line, string[] Code)> In(IReadOnlyList<string> lines)
    {
        var blocks = new List<(int, string[])>();
        for (var start = 0; start < lines.Count; start++)
        {
            if (lines[start].Trim() is $"{Fence}csharp" or $"{Fence}cs" or $"{Fence}c#" or $"{Fence}C#")
            {
                var end = start + 1;
                while (end < lines.Count && lines[end].Trim() != Fence)
                {
                    end++;
                }

                blocks.Add((start + 1, WithoutIndentation([.. lines.Take(end).Skip(start + 1)])));
                start = end;
            }
        }

        return blocks;
    }

    /// <summary>Whether a block stands in a source, line for line; how far it is indented as a whole does not matter.</summary>
    public static bool IsIn(string[] code, string[] source)
    {
        for (var start = 0; start + code.Length <= source.Length; start++)
        {
            if (code.Length > 0 && code.SequenceEqual(WithoutIndentation(source[start..(start + code.Length)])))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] WithoutIndentation(string[] lines)
    {
        var indentation = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return [.. lines.Select(line => line.Length > indentation ? line[indentation..].TrimEnd() : "")];
    }
}
