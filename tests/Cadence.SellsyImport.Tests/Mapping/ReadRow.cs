using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>One row of contact 1, read for its lead and for its verdict, which must have the same issues.</summary>
internal static class ReadRow
{
    public static MappedRow Of(params (LeadField Field, string Cell)[] cells) => Of(new SellsyImportOptions(), cells);

    public static MappedRow Of(SellsyImportOptions options, params (LeadField Field, string Cell)[] cells)
    {
        (LeadField Field, string Cell)[] all = [(LeadFields.SellsyContactId, "1"), .. cells];
        ExportColumn[] columns = [.. all.Select((cell, index) => new ExportColumn(index, $"{cell.Field.Name} {index}"))];
        var mapping = all.Index().Aggregate(FieldMapping.Empty, (mapping, cell) => mapping.Find(cell.Item.Field) is not null && cell.Item.Field.TakesSeveralColumns
            ? mapping.WithFurtherColumn(cell.Item.Field, columns[cell.Index])
            : mapping.WithColumn(cell.Item.Field, columns[cell.Index]));
        var row = new SellsyRow(1, new(2, 2), new(columns.Select(column => column.Index)), [.. all.Select(cell => cell.Cell)]);
        var mapper = new FieldMapper(Options.Create(options));
        var scanner = mapper.ScannerOf(mapping, 2026);
        scanner.Begin(row.Number);
        var hasError = scanner.Scan(row).HasError;
        var file = new ScannedFile(scanner);
        var facts = file.ToFacts([.. columns], [], ReadingOverrides.None);
        file.AddIssuesUnder(facts);

        var mapped = mapper.Map(row, mapping, facts);

        var rest = mapper.MapOwner(scanner.Owners.Pairs[0], mapping, facts).Issues;
        file.Issues.Add([.. rest, .. file.UndecidedCompanies.Keys.SelectMany(undecided => mapper.MapCompany(undecided, mapping, facts).Issues)], row.Number);
        var expected = new IssueTally();
        expected.Add(mapped.Issues, row.Number);
        Assert.Equal(expected.ToCauses(99, out _), file.Issues.ToCauses(99, out _));
        Assert.Equal(expected.ToCounts(), file.Issues.ToCounts());
        Assert.Equal(mapped.Issues.Any(issue => issue.Severity == IssueSeverity.Error && issue.Field is not (nameof(LeadFields.Owner) or nameof(LeadFields.OwnerSellsyId))), hasError);
        return mapped;
    }

    /// <summary>The codes of the issues with their arguments, such as <c>TooManyEmails(6,5)</c>.</summary>
    public static string Issues(MappedRow row) =>
        string.Join(' ', row.Issues.Select(issue => issue.Arguments.IsDefaultOrEmpty ? issue.Code : $"{issue.Code}({string.Join(',', issue.Arguments)})"));

    /// <summary>The values that could not be read, as they stood.</summary>
    public static string Unread(MappedRow row) => string.Join('|', row.Lead!.UnreadValues.Select(value => value.Text));
}
