namespace Cadence.SellsyImport.Reading;

internal sealed class CsvHelperReader : ISellsyCsvReader
{
    public ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, CancellationToken cancellationToken = default) => throw new InvalidOperationException();
}
