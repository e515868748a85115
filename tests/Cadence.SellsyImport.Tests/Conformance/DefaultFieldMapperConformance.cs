using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Tests.Conformance;

public sealed class DefaultFieldMapperConformance : FieldMapperConformance
{
    protected override IFieldMapper CreateMapper() => new FieldMapper(Options.Create(new SellsyImportOptions()));
}
