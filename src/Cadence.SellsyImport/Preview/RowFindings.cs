using System.Globalization;

namespace Cadence.SellsyImport.Preview;

/// <summary>Reports how many lines of the file are no rows, and how many rows are too short.</summary>
internal static class RowFindings
{
    public static IEnumerable<ImportIssue> Of(ScannedFile file)
    {
        if (file.BlankRows > 0)
        {
            yield return Finding(IssueCodes.BlankRows, file.BlankRows);
        }

        if (file.ShortRows > 0)
        {
            yield return Finding(IssueCodes.ShortRows, file.ShortRows);
        }
    }

    private static ImportIssue Finding(string code, long count) =>
        new(code, IssueSeverity.Warning) { Arguments = [count.ToString(CultureInfo.InvariantCulture)] };
}
