using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>The mark of a file of rejected rows: its last two columns with a heading, which hold the status and the reasons.</summary>
internal static class RejectedFile
{
    public const string StatusHeading = "Statut";
    public const string ReasonHeading = "Raison";

    /// <summary>Whether a file was written by this library, so that its guarded cells are to be restored.</summary>
    public static bool Is(ImmutableArray<ExportColumn> columns) => StatusColumn(columns) >= 0;

    /// <summary>The index of the column of the status, which that of the reasons follows; -1 if the file is none of rejected rows.</summary>
    public static int StatusColumn(ImmutableArray<ExportColumn> columns)
    {
        var last = columns.Length - 1;
        while (last > 1 && columns[last].Heading.Length == 0)
        {
            last--;
        }

        return last > 1 && Is(columns[last - 1], StatusHeading) && Is(columns[last], ReasonHeading) ? last - 1 : -1;
    }

    /// <summary>Whether a cell holds the status of a rejected row, in a language of this library.</summary>
    public static bool IsStatus(ReadOnlySpan<byte> cell) =>
        cell.Trim(" \t"u8) is var status && (status.SequenceEqual("Erreur"u8) || status.SequenceEqual("Error"u8));

    private static bool Is(ExportColumn column, string heading) => TextFolding.Heading(column.Heading) == TextFolding.Heading(heading);
}
