namespace Cadence.SellsyImport.Files;

/// <summary>Reports headings that do not say whose file it is.</summary>
internal static class HeadingFindings
{
    public static IEnumerable<ImportIssue> Of(string[] headings)
    {
        var folded = SellsyHeadings.Fold(headings);
        if (!SellsyHeadings.AreIn(folded))
        {
            yield return new(IssueCodes.HeadingsNotOfSellsy, IssueSeverity.Warning);
        }
        else if (ForeignExports.MayBeIndividuals(folded))
        {
            yield return new(IssueCodes.PerhapsIndividuals, IssueSeverity.Warning);
        }
    }
}
