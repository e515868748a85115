using System.Globalization;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows the findings about a file, and its mapping.</summary>
internal static class FileView
{
    public static void ShowFormat(Display display, ExportOverview overview)
    {
        var format = overview.Format;
        var encoding = format.HasByteOrderMark ? $"{format.Encoding} (BOM)" : format.Encoding;
        var separator = format.Separator == '\t' ? Say("tabulation", "tab") : $"{format.Separator}";
        display.Title("Format");
        display.Line(SourceFile.IsWorkbook(overview.FileName) ? $"{overview.FileName}{Say(" :", ":")} {Family(format.Family)}" : Say(
            $"{overview.FileName} : {encoding}, séparateur {separator}, {Family(format.Family)}, fins de ligne {Words.Of(format.NewLine)}",
            $"{overview.FileName}: {encoding}, separator {separator}, {Family(format.Family)}, line ends {Words.Of(format.NewLine)}"));
        ShowFindings(display, format.Findings.Where(IsWorthALine));
    }

    /// <summary>What was detected without a doubt stands on the first line already.</summary>
    private static bool IsWorthALine(ImportIssue finding) => finding switch
    {
        { Code: IssueCodes.EncodingFound, Arguments: ["utf-8", _, "0"] } => false,
        { Code: IssueCodes.SeparatorFound, Arguments: [_, var fitting, var all] } => 2 * long.Parse(fitting, CultureInfo.InvariantCulture) < long.Parse(all, CultureInfo.InvariantCulture),
        _ => true,
    };

    private static string Family(HeadingFamily family) => family switch
    {
        HeadingFamily.ImportTemplate => Say("en-têtes du modèle d'import", "headings of the import template"),
        HeadingFamily.FrenchList => Say("en-têtes de la liste française", "headings of the French list"),
        HeadingFamily.EnglishList => Say("en-têtes de la liste anglaise", "headings of the English list"),
        HeadingFamily.Mixed => Say("en-têtes de plusieurs listes", "headings of several lists"),
        _ => Say("en-têtes inconnus", "unknown headings"),
    };

    public static void ShowMapping(Display display, ExportOverview overview, FieldMapping mapping)
    {
        display.Table(
            Say("Mappage des champs", "Field mapping"),
            [Say("Champ", "Field"), Say("Nom (--set)", "Name (--set)"), Say("Colonne ou constante", "Column or constant"), Say("Preuve", "Evidence")],
            mapping.Assignments.Select(assignment => new Cell[]
            {
                assignment.Field.IsMandatory ? $"{Library.FieldLabel(assignment.Field.Name)} *" : Library.FieldLabel(assignment.Field.Name),
                assignment.Field.Name,
                assignment.Column is { } column ? Label(column) : $"= {assignment.Constant}",
                Evidence(assignment.Evidence),
            }));
        ShowFindings(display, overview.Suggestion.Findings);
        if (Unmapped(overview, mapping).ToList() is { Count: > 0 } unmapped)
        {
            display.Line($"{Say("Non mappées :", "Not mapped:")} {string.Join(", ", unmapped.Select(Label))}");
        }
    }

    public static void ShowSimilarities(Display display, ExportOverview overview)
    {
        if (overview.Suggestion.Similarities.Length > 0)
        {
            display.Table(
                Say("Ressemblances, proposées et jamais appliquées d'elles-mêmes", "Similarities, offered and never applied by themselves"),
                [Say("Champ", "Field"), Say("Colonne", "Column"), "Score"],
                overview.Suggestion.Similarities.Select(similarity => new Cell[]
                {
                    similarity.Field.Name, Label(similarity.Column), similarity.Score.ToString("0.00", CultureInfo.InvariantCulture),
                }));
        }
    }

    /// <summary>The columns that feed no field under a mapping, without those that have neither heading nor value.</summary>
    public static IEnumerable<ExportColumn> Unmapped(ExportOverview overview, FieldMapping mapping) =>
        overview.Columns.Where(column => !mapping.Columns.Contains(column.Index)
            && (overview.Suggestion.Unmapped.Contains(column) || overview.Suggestion.Mapping.Columns.Contains(column.Index)));

    private static void ShowFindings(Display display, IEnumerable<ImportIssue> findings) =>
        findings.ToList().ForEach(finding => display.Line($"- {Library.IssueText(finding)}"));

    private static string Label(ExportColumn column) => column.Heading.Length > 0 ? column.Heading : $"#{column.Index}";

    private static string Evidence(MappingEvidence evidence) => evidence switch
    {
        MappingEvidence.Exact => Say("nom exact", "exact name"),
        MappingEvidence.Alias => Say("synonyme connu", "known alias"),
        MappingEvidence.Chosen => Say("choisie", "chosen"),
        MappingEvidence.Constant => Say("constante", "constant"),
        _ => Say("profil", "profile"),
    };
}
