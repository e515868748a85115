namespace Cadence.SellsyImport.Storage;

/// <summary>Checks the parts of a store one after the other.</summary>
internal sealed class WholeStoreCheck(IEnumerable<IStoreCheck> parts) : IStoreCheck
{
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default)
    {
        foreach (var part in parts)
        {
            await part.CheckAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
