using System.Diagnostics;

namespace ClusterScale;

/// <summary>Follows the nodes: from the first import that runs to the last one that is done.</summary>
internal sealed class LineWatch(int imports)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = new();
    private int _done;

    public Task Ended => _ended.Task;

    public TimeSpan Elapsed => _clock.Elapsed;

    public void OnLine(string node, string line)
    {
        lock (_lock)
        {
            if (line.Contains(" runs on node ", StringComparison.Ordinal))
            {
                _clock.Start();
            }
            else if (line.Contains(" has failed: ", StringComparison.Ordinal))
            {
                _ended.TrySetException(new InvalidOperationException(line));
            }
            else if (line.Contains(" is done.", StringComparison.Ordinal) && ++_done == imports)
            {
                _clock.Stop();
                _ended.TrySetResult();
            }
        }
    }
}
