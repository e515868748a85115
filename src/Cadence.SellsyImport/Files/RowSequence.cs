namespace Cadence.SellsyImport.Files;

/// <summary>The rows of a file from one place on, read again for every enumeration.</summary>
/// <param name="start">Starts a reading, with what has to be disposed after it.</param>
/// <param name="cancellation">Cancels every reading.</param>
internal sealed class RowSequence(Func<CancellationTokenSource?, CancellationToken, RowEnumerator> start, CancellationToken cancellation)
    : IAsyncEnumerable<SellsyRow>
{
    public IAsyncEnumerator<SellsyRow> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (!cancellation.CanBeCanceled || !cancellationToken.CanBeCanceled || cancellation == cancellationToken)
        {
            return start(null, cancellation.CanBeCanceled ? cancellation : cancellationToken);
        }

        var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, cancellationToken);
        return start(linked, linked.Token);
    }
}
