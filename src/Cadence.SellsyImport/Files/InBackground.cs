using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Files;

/// <summary>Runs calls on the thread pool, so that the caller gets its task at once and none of the work runs in the caller's context.</summary>
internal static class InBackground
{
    private const int ItemsAtOnce = 256;

    public static Task<T> RunAsync<T>(Func<Task<T>> call) => Task.Run(call, CancellationToken.None);

    public static Task RunAsync(Func<Task> call) => Task.Run(call, CancellationToken.None);

    /// <summary>Gets some items at a time. Items that were got before an exception are returned before it is thrown.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var enumerator = items.GetAsyncEnumerator(cancellationToken);
        var page = new List<T>(ItemsAtOnce);
        try
        {
            for (var hasMore = true; hasMore;)
            {
                var filling = RunAsync(() => FillAsync(enumerator, page));
                await ((Task)filling).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                foreach (var item in page)
                {
                    yield return item;
                }

                page.Clear();
                hasMore = await filling.ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.Run(() => enumerator.DisposeAsync().AsTask(), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<bool> FillAsync<T>(IAsyncEnumerator<T> items, List<T> page)
    {
        while (page.Count < ItemsAtOnce)
        {
            if (!await items.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            page.Add(items.Current);
        }

        return true;
    }
}
