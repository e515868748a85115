using System.Collections.Immutable;
using Cadence.SellsyImport.Plain;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The default mapper: suggests by whole headings, and reads every value by the kind of its field.</summary>
internal sealed class FieldMapper(IOptions<SellsyImportOptions> options) : IFieldMapper, IPlainMapper
{
    private readonly SellsyImportOptions _options = options.Value;
    private readonly MappingSuggester _suggester = new(options.Value.Fields);

    public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample) =>
        _suggester.Suggest(columns, sample);

    public PlainRecords? PlainRecordsOf(FieldMapping mapping, ExportFacts facts) => PlainRecords.For(mapping, facts, _options);

    public PlainLeads? PlainLeadsOf(FieldMapping mapping, ExportFacts facts) =>
        !_options.KeepUnmappedColumns && PlainRecordsOf(mapping, facts) is { } records ? new(mapping, facts, _options, records) : null;

    public MappedRow Map(SellsyRow row, FieldMapping mapping, ExportFacts facts)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(facts);
        var reading = new RowReading(row.Number, facts, _options);
        foreach (var assignment in mapping.Compiled)
        {
            reading.Read(assignment, assignment.CellOf(row));
        }

        reading.CheckMandatory(mapping.Compiled, row);
        if (_options.KeepUnmappedColumns)
        {
            reading.KeepUnmapped(mapping.Columns, row);
        }

        return reading.ToMappedRow();
    }
}
