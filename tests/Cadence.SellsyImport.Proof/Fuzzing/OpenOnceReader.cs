using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>
/// Opens the file of one import once for all its stages, which saves a fuzzer most of its time. Every stage still reads all rows anew.
/// </summary>
internal sealed class OpenOnceReader(ISellsyCsvReader inner) : ISellsyCsvReader
{
    private KeptExport? _kept;

    public async ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        if (_kept is null)
        {
            var copy = new MemoryStream();
            await stream.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            copy.Position = 0;
            _kept = new(await inner.OpenAsync(copy, name, cancellationToken).ConfigureAwait(false));
        }

        return _kept;
    }
}
