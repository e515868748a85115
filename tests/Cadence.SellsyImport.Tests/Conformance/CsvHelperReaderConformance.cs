using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Tests.Conformance;

public sealed class CsvHelperReaderConformance : SellsyCsvReaderConformance
{
    protected override ISellsyCsvReader CreateReader() => new CsvHelperReader(Options.Create(new SellsyImportOptions()));
}
