using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Tests.Files;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>What a row keeps of its values grows with them: a list that was copied for each value it takes would allocate gigabytes.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class LongRowTests
{
    private const int Values = 25_000;
    private const long MostAllocated = 64L << 20;

    [Fact]
    public void Thousands_of_values_that_cannot_be_read_are_kept_one_by_one()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.SellsyContactId, new(0, "ID")).WithColumn(LeadFields.Email, new(1, "E-mail"));
        var lead = Map(mapping, ["1", string.Concat(Enumerable.Repeat("a@,", Values))], []);

        Assert.Equal(Values, lead.UnreadValues.Length);
        Assert.Equal(new LeadValue("Email", "a@"), lead.UnreadValues[^1]);
    }

    [Fact]
    public void Thousands_of_columns_that_are_not_mapped_are_kept_one_by_one()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.SellsyContactId, new(0, "ID"));
        ExportColumn[] columns = [.. Enumerable.Range(0, Values + 1).Select(index => new ExportColumn(index, $"colonne {index}"))];
        var lead = Map(mapping, [.. columns.Select(column => $"{column.Index + 1}")], columns);

        Assert.Equal(Values, lead.UnmappedValues.Length);
        Assert.Equal(new LeadValue($"colonne {Values}", $"{Values + 1}"), lead.UnmappedValues[^1]);
    }

    private static Lead Map(FieldMapping mapping, string[] values, ExportColumn[] columns)
    {
        var mapper = new FieldMapper(Options.Create(new SellsyImportOptions { KeepUnmappedColumns = columns.Length > 0 }));
        var row = new SellsyRow(1, new(2, 2), new(Enumerable.Range(0, values.Length)), values);
        var facts = new ExportFacts(new()) { Columns = [.. columns] };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mapped = mapper.Map(row, mapping, facts);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
        return mapped.Lead!;
    }
}
