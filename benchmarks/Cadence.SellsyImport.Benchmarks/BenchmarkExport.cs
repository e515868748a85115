using System.Collections.Immutable;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>What all measured exports have in common: 36 columns, with 18 of them mapped, and the users.</summary>
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

    /// <summary>The users who own the rows with a known owner.</summary>
    public static IReadOnlyList<CadenceUser> Users { get; } = Generator(0).Users;

    /// <summary>All columns of the file.</summary>
    public static ImmutableArray<ExportColumn> Columns { get; } =
        [.. Generator(0).Headings.Select((heading, index) => new ExportColumn(index, heading))];

    /// <summary>The mapping of the 18 columns.</summary>
    public static FieldMapping Mapping { get; } = Used.Aggregate(
        FieldMapping.Empty,
        static (mapping, used) => mapping.WithColumn(used.Field, Columns[Generator(0).Columns.IndexOf(used.Column)]));

    private static SellsyExportGenerator Generator(long rows) => new(new() { Rows = rows });
}
