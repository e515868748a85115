using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>The mapper of the library, with a count of the rows that it was given.</summary>
internal sealed class CountingMapper : IRecordMapper
{
    private readonly FieldMapper _mapper = new(Options.Create(new SellsyImportOptions()));

    public int Mapped { get; private set; }

    public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample) => _mapper.Suggest(columns, sample);

    public MappedRow Map(SellsyRow row, FieldMapping mapping, ExportFacts facts)
    {
        Mapped++;
        return _mapper.Map(row, mapping, facts);
    }

    public RowScanner ScannerOf(FieldMapping mapping, int referenceYear) => _mapper.ScannerOf(mapping, referenceYear);

    public MappedRow MapOwner(OwnerCellPair cells, FieldMapping mapping, ExportFacts facts) => _mapper.MapOwner(cells, mapping, facts);

    public MappedRow MapCompany(string cell, FieldMapping mapping, ExportFacts facts) => _mapper.MapCompany(cell, mapping, facts);

    public MappedRow Map(in CsvRecord record, ValuePool[] pools, FieldMapping mapping, ExportFacts facts) => _mapper.Map(record, pools, mapping, facts);
}
