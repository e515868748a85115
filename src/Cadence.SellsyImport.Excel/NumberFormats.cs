using System.Globalization;

namespace Cadence.SellsyImport.Excel;

/// <summary>The number format of each style of cells.</summary>
internal sealed class NumberFormats
{
    private readonly List<NumberFormat> _byStyle = [];

    /// <summary>Reads the styles of a workbook.</summary>
    /// <param name="package">The workbook.</param>
    /// <param name="part">The part with the styles, or null if it has none.</param>
    /// <exception cref="InvalidDataException">The part is damaged.</exception>
    public static NumberFormats Read(WorkbookPackage package, string? part)
    {
        var formats = new NumberFormats();
        if (part is null || !package.Has(part))
        {
            formats._byStyle.Add(NumberFormat.General);
            return formats;
        }

        var byId = new Dictionary<int, NumberFormat>();
        using var reader = package.Open(part);
        while (reader.Read())
        {
            if (reader is { IsStart: true, Name: "numFmt", Depth: 2 })
            {
                byId[Number(reader.Attribute("numFmtId"))] = NumberFormat.OfCode(reader.Attribute("formatCode") ?? "");
            }
            else if (reader is { IsStart: true, Name: "cellXfs" })
            {
                formats.ReadStyles(reader, byId);
            }
        }

        return formats;
    }

    /// <summary>The format of a style.</summary>
    /// <exception cref="InvalidDataException">The workbook has no such style.</exception>
    public NumberFormat this[int style] => style >= 0 && style < _byStyle.Count
        ? _byStyle[style]
        : style == 0 ? NumberFormat.General : throw new InvalidDataException("A cell has a style that the workbook does not have.");

    private void ReadStyles(PartReader reader, Dictionary<int, NumberFormat> byId)
    {
        if (reader.IsEmpty)
        {
            return;
        }

        for (var depth = reader.Depth; reader.ReadStartWithin(depth);)
        {
            if (reader.Name == "xf" && reader.Depth == depth + 1)
            {
                var id = Number(reader.Attribute("numFmtId"));
                _byStyle.Add(byId.GetValueOrDefault(id) ?? NumberFormat.OfId(id));
            }
        }
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
