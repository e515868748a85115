using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The default mapper: suggests by whole headings, and reads every value by the kind of its field.</summary>
internal sealed class FieldMapper(IOptions<SellsyImportOptions> options) : IRecordMapper
{
    private readonly SellsyImportOptions _options = options.Value;
    private readonly MappingSuggester _suggester = new(options.Value.Fields);

    public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample) =>
        _suggester.Suggest(columns, sample);

    public MappedRow Map(SellsyRow row, FieldMapping mapping, ExportFacts facts)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(facts);
        return Map(row.Number, new SellsyRowCells(row), mapping, facts);
    }

    public MappedRow Map(in CsvRecord record, ValuePool[] pools, FieldMapping mapping, ExportFacts facts) =>
        Map(record.Position.Number, new RecordTexts(record, pools), mapping, facts);

    public RowScanner ScannerOf(FieldMapping mapping, int referenceYear) => new(mapping.Compiled, _options, referenceYear);

    public MappedRow MapOwner(OwnerCellPair cells, FieldMapping mapping, ExportFacts facts)
    {
        var nameColumn = mapping.Find(LeadFields.Owner)?.Column?.Index ?? -1;
        return MapOnly(assignment => assignment.IsOfOwner, new(nameColumn, cells.Name, cells.Id), mapping, facts);
    }

    public MappedRow MapCompany(string cell, FieldMapping mapping, ExportFacts facts)
    {
        var reading = new RowReading(0, facts, _options);
        reading.ReadCompanyName(Array.Find(mapping.Compiled, assignment => assignment.Field == LeadFields.Company)!, new(cell));
        return reading.ToMappedRow();
    }

    private MappedRow Map<TCells>(long row, scoped in TCells cells, FieldMapping mapping, ExportFacts facts)
        where TCells : IRowCells, allows ref struct
    {
        var reading = new RowReading(row, facts, _options);
        reading.Read(mapping.Compiled, cells);
        if (_options.KeepUnmappedColumns)
        {
            reading.KeepUnmapped(mapping.Columns, cells);
        }

        return reading.ToMappedRow();
    }

    private MappedRow MapOnly(Predicate<CompiledAssignment> isWanted, TwoCells cells, FieldMapping mapping, ExportFacts facts)
    {
        var reading = new RowReading(0, facts, _options);
        reading.Read(Array.FindAll(mapping.Compiled, isWanted), cells);
        return reading.ToMappedRow();
    }

    /// <summary>A row with one text in one column and another in all others.</summary>
    private readonly struct TwoCells(int column, string text, string others) : IRowCells
    {
        public CellText this[int index] => new(index == column ? text : others);
    }
}
