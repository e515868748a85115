using System.Collections.Immutable;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Plain;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Tests.Plain;

/// <summary>The mapper of the library, with a count of the rows that it was given.</summary>
internal sealed class CountingMapper : IFieldMapper, IPlainMapper
{
    private readonly FieldMapper _mapper = new(Options.Create(new SellsyImportOptions()));

    public int Mapped { get; private set; }

    public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample) => _mapper.Suggest(columns, sample);

    public MappedRow Map(SellsyRow row, FieldMapping mapping, ExportFacts facts)
    {
        Mapped++;
        return _mapper.Map(row, mapping, facts);
    }

    public PlainRecords? PlainRecordsOf(FieldMapping mapping, ExportFacts facts) => _mapper.PlainRecordsOf(mapping, facts);

    public PlainLeads? PlainLeadsOf(FieldMapping mapping, ExportFacts facts) => _mapper.PlainLeadsOf(mapping, facts);
}
