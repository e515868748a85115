using System.Globalization;
using System.Xml.Linq;

namespace Cadence.SellsyImport.Proof.Coverage;

/// <summary>Sums the Cobertura files of a test run: lines and branches of each package, and of each folder of the core.</summary>
internal static class CoverageProgram
{
    private const string Core = "Cadence.SellsyImport";

    /// <summary>Prints a table. A line or a branch that any run covered is covered.</summary>
    public static int Run(IReadOnlyCollection<string> files, TextWriter output)
    {
        var lines = files.SelectMany(file => LinesOf(XDocument.Load(file)))
            .GroupBy(line => (line.Group, line.File, line.Number))
            .Select(same => (same.Key.Group, IsCovered: same.Any(line => line.Hits > 0), Branches: same.Max(line => line.Branches), Covered: same.Max(line => line.CoveredBranches)))
            .ToList();
        output.WriteLine($"{"",-42} {"lines",9} {"branches",9}");
        foreach (var group in lines.GroupBy(line => line.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{group.Key,-42} {Share(group.Count(line => line.IsCovered), group.Count()),9} {Share(group.Sum(line => line.Covered), group.Sum(line => line.Branches)),9}");
        }

        return lines.Count > 0 ? 0 : 1;
    }

    private static IEnumerable<(string Group, string File, int Number, long Hits, int Branches, int CoveredBranches)> LinesOf(XDocument report) =>
        from package in report.Descendants("package")
        let name = package.Attribute("name")!.Value
        where name.StartsWith(Core, StringComparison.Ordinal) || name == "sellsy-import"
        from type in package.Descendants("class")
        let file = type.Attribute("filename")!.Value
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith(".g.cs", StringComparison.Ordinal)
        from line in type.Element("lines")!.Elements("line")
        let branches = BranchesOf(line.Attribute("condition-coverage")?.Value)
        select (GroupOf(name, file), file, (int)line.Attribute("number")!, (long)line.Attribute("hits")!, branches.All, branches.Covered);

    /// <summary>The package; of the core the folder too.</summary>
    private static string GroupOf(string package, string file)
    {
        var parts = file.Split('/');
        var project = Array.LastIndexOf(parts, Core);
        return package == Core && project >= 0 && project < parts.Length - 2 ? $"{package}/{parts[project + 1]}" : package;
    }

    /// <summary>Reads <c>50% (1/2)</c>.</summary>
    private static (int All, int Covered) BranchesOf(string? coverage) =>
        coverage?.Split('(', '/', ')') is [_, var covered, var all, ..]
            ? (int.Parse(all, CultureInfo.InvariantCulture), int.Parse(covered, CultureInfo.InvariantCulture))
            : (0, 0);

    private static string Share(int covered, int all) => all == 0 ? "-" : (100.0 * covered / all).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
