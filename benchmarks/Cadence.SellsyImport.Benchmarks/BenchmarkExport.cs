using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>The export that is measured: 36 columns, every cell quoted, French text; 18 of its columns are used.</summary>
internal static class BenchmarkExport
{
    private static readonly (LeadField Field, SellsyExportColumn Column)[] Used =
    [
        (LeadFields.SellsyContactId, SellsyExportColumn.ContactId), (LeadFields.FirstName, SellsyExportColumn.FirstName),
        (LeadFields.LastName, SellsyExportColumn.LastName), (LeadFields.Civility, SellsyExportColumn.Civility),
        (LeadFields.Owner, SellsyExportColumn.Owner), (LeadFields.JobPosition, SellsyExportColumn.JobPosition),
        (LeadFields.Email, SellsyExportColumn.Email), (LeadFields.Phone, SellsyExportColumn.Phone),
        (LeadFields.Mobile, SellsyExportColumn.Mobile), (LeadFields.Note, SellsyExportColumn.Note),
        (LeadFields.CompanySellsyId, SellsyExportColumn.CompanyId), (LeadFields.Company, SellsyExportColumn.Company),
        (LeadFields.Website, SellsyExportColumn.Website), (LeadFields.LinkedIn, SellsyExportColumn.LinkedIn),
        (LeadFields.Tags, SellsyExportColumn.Tags), (LeadFields.CompanyZipCode, SellsyExportColumn.ZipCode),
        (LeadFields.CompanyCity, SellsyExportColumn.City), (LeadFields.CreatedInSellsy, SellsyExportColumn.CreatedAt),
    ];

    /// <summary>The users who own the rows.</summary>
    public static IReadOnlyList<CadenceUser> Users { get; } = Generator(0).Users;

    /// <summary>All columns of the file.</summary>
    public static ImmutableArray<ExportColumn> Columns { get; } =
        [.. Generator(0).Headings.Select((heading, index) => new ExportColumn(index, heading))];

    /// <summary>The mapping of the 18 columns.</summary>
    public static FieldMapping Mapping { get; } = Used.Aggregate(
        FieldMapping.Empty,
        static (mapping, used) => mapping.WithColumn(used.Field, Columns[Generator(0).Columns.IndexOf(used.Column)]));

    /// <summary>Gives the path of an export in the temporary folder and writes it there first, where it is not there yet.</summary>
    /// <param name="rows">The number of rows.</param>
    public static string PathOf(long rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "cadence-sellsyimport-benchmarks")).FullName;
        var prefix = string.Create(CultureInfo.InvariantCulture, $"contacts-{rows}-");
        var path = Path.Combine(folder, $"{prefix}{typeof(SellsyExportGenerator).Module.ModuleVersionId:N}.csv");
        if (!File.Exists(path))
        {
            DeleteThoseOfOtherGenerators(folder, prefix, path);
            var unfinished = Path.Combine(folder, Path.GetRandomFileName());
            using (var file = File.Create(unfinished))
            {
                Generator(rows).Write(file);
            }

            File.Move(unfinished, path, overwrite: true);
        }

        return path;
    }

    private static SellsyExportGenerator Generator(long rows) => new(new() { Rows = rows });

    private static void DeleteThoseOfOtherGenerators(string folder, string prefix, string path)
    {
        foreach (var old in Directory.EnumerateFiles(folder, $"{prefix}*.csv").Where(old => old != path))
        {
            File.Delete(old);
        }
    }
}
