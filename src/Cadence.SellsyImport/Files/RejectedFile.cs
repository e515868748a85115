using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>The mark of a file of rejected rows: its last two columns, which hold the status and the reasons.</summary>
internal static class RejectedFile
{
    public const string StatusHeading = "Statut";
    public const string ReasonHeading = "Raison";

    /// <summary>Whether a file was written by this library, so that its guarded cells are to be restored.</summary>
    public static bool Is(ImmutableArray<ExportColumn> columns) =>
        columns.Length > 2
        && TextFolding.Heading(columns[^2].Heading) == TextFolding.Heading(StatusHeading)
        && TextFolding.Heading(columns[^1].Heading) == TextFolding.Heading(ReasonHeading);
}
