using System.Collections.Immutable;

namespace Cadence.SellsyImport.Excel;

/// <summary>What the workbook part says: its sheets in their order, and where days are counted from.</summary>
/// <param name="Sheets">The worksheets; sheets of charts and macros are none.</param>
/// <param name="CountsFrom1904">Whether day 0 is 1 January 1904, as in workbooks of older Macintosh versions.</param>
/// <param name="SharedStrings">The part with the shared strings, if there is one.</param>
/// <param name="Styles">The part with the number formats, if there is one.</param>
internal sealed record Workbook(ImmutableArray<WorkbookSheet> Sheets, bool CountsFrom1904, string? SharedStrings, string? Styles)
{
    private const string UsualPart = "xl/workbook.xml";

    /// <summary>The part with the sheets, by the references of the archive.</summary>
    public static string PartOf(WorkbookPackage package) =>
        package.ReadReferences("").Values.FirstOrDefault(reference => reference.Kind == "officeDocument").Part ?? UsualPart;

    /// <exception cref="InvalidDataException">The part is damaged.</exception>
    public static Workbook Read(WorkbookPackage package, string part)
    {
        var references = package.ReadReferences(part);
        var sheets = ImmutableArray.CreateBuilder<WorkbookSheet>();
        var countsFrom1904 = false;
        using (var reader = package.Open(part))
        {
            while (reader.Read())
            {
                if (reader is { IsStart: true, Name: "workbookPr" })
                {
                    countsFrom1904 = IsTrue(reader.Attribute("date1904"));
                }
                else if (reader is { IsStart: true, Name: "sheet", Depth: 2 }
                    && references.TryGetValue(reader.PrefixedAttribute("id") ?? "", out var reference) && reference.Kind == "worksheet")
                {
                    sheets.Add(new(reader.Attribute("name") ?? "", reference.Part, reader.Attribute("state") is null or "visible"));
                }
            }
        }

        return new(sheets.ToImmutable(), countsFrom1904, PartOf("sharedStrings"), PartOf("styles"));

        string? PartOf(string kind) => references.Values.FirstOrDefault(reference => reference.Kind == kind).Part;
    }

    /// <summary>Whether a flag of the markup is set.</summary>
    public static bool IsTrue(string? flag) => flag is "1" or "true" or "on";

    /// <summary>The sheet that is to be read.</summary>
    /// <param name="name">Its name, or null for the first visible one.</param>
    /// <param name="fileName">The name of the file, for errors.</param>
    /// <exception cref="SellsyImportException">There is no such sheet.</exception>
    public WorkbookSheet Find(string? name, string fileName)
    {
        var sheet = name is null
            ? Sheets.FirstOrDefault(sheet => sheet.IsVisible)
            : Sheets.FirstOrDefault(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase));
        return sheet ?? throw new SellsyImportException(
            ErrorCodes.SheetNotFound, fileName, name ?? "", string.Join(", ", Sheets.Select(sheet => sheet.Name)));
    }
}

/// <summary>A sheet of cells.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">Its part in the archive.</param>
/// <param name="IsVisible">Whether a person sees it.</param>
internal sealed record WorkbookSheet(string Name, string Part, bool IsVisible);
