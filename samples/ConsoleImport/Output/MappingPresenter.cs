using System.Globalization;
using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows what was found out about a file, and its mapping.</summary>
internal sealed class MappingPresenter(IDisplay display, ConsoleTexts texts)
{
    public void ShowFormat(ExportOverview overview)
    {
        display.Title(texts.FormatTitle);
        display.Line(texts.FormatLine(overview.FileName, overview.Format));
        ShowFindings(overview.Format.Findings);
    }

    public void ShowMapping(ExportOverview overview, FieldMapping mapping)
    {
        display.Title(texts.MappingTitle);
        display.Table([texts.Field, texts.Source, texts.Evidence], mapping.Assignments.Select(Row));
        ShowFindings(overview.Suggestion.Findings);
        var unmapped = UnmappedColumns.Of(overview, mapping);
        if (unmapped.Count > 0)
        {
            display.Line(texts.UnmappedLine(string.Join(", ", unmapped.Select(column => Label(column)))));
        }
    }

    public void ShowLikenesses(ExportOverview overview)
    {
        if (overview.Suggestion.Likenesses.Length == 0)
        {
            return;
        }

        display.Title(texts.LikenessesTitle);
        display.Table(
            [texts.Field, texts.Column, texts.Score],
            overview.Suggestion.Likenesses.Select(likeness => (IReadOnlyList<string>)
            [
                likeness.Field.Name, Label(likeness.Column), likeness.Score.ToString("0.00", CultureInfo.InvariantCulture),
            ]));
    }

    private void ShowFindings(IEnumerable<ImportIssue> findings)
    {
        foreach (var finding in findings)
        {
            display.Line(texts.Library.IssueText(finding));
        }
    }

    private IReadOnlyList<string> Row(FieldAssignment assignment) =>
    [
        assignment.Field.IsMandatory ? $"{assignment.Field.Name} *" : assignment.Field.Name,
        assignment.Column is { } column ? Label(column) : $"= {assignment.Constant}",
        texts.OfEvidence(assignment.Evidence),
    ];

    private static string Label(ExportColumn column) => column.Heading.Length > 0 ? column.Heading : $"#{column.Index}";
}
