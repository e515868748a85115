using System.Collections.Immutable;

namespace Cadence.SellsyImport.Mapping;

/// <summary>What the whole file says, in a saved plan.</summary>
internal sealed record FactsDocument(
    ImmutableArray<ExportColumn> Columns,
    ImmutableArray<OwnerReference> Owners,
    ImmutableArray<string> OwnersWithComma,
    Dictionary<int, DateColumnFacts> DateColumns,
    int ReferenceYear,
    CompanyFactsDocument Companies);
