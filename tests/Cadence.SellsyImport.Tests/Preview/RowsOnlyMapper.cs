using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>Maps as the mapper of the library does, but only rows, as a mapper of a host.</summary>
/// <param name="options">The options.</param>
/// <param name="change">Changes each lead; may be null.</param>
internal sealed class RowsOnlyMapper(IOptions<SellsyImportOptions> options, Func<Lead, Lead>? change = null) : IFieldMapper
{
    private readonly FieldMapper _mapper = new(options);

    public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample) => _mapper.Suggest(columns, sample);

    public MappedRow Map(SellsyRow row, FieldMapping mapping, ExportFacts facts)
    {
        var mapped = _mapper.Map(row, mapping, facts);
        return mapped.Lead is { } lead && change is not null ? mapped with { Lead = change(lead) } : mapped;
    }
}
