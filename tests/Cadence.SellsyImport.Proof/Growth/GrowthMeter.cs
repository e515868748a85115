namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>
/// Measures the processor time of a kind at each of its sizes. What is short is repeated, the same number of times at each size. A doubling
/// that seems to cost too much is measured again, longer each time, and the least of some runs: it counts only where all agree.
/// </summary>
/// <param name="isQuick">Whether a run shall take a minute, or all the time that it needs.</param>
/// <param name="limit">How many times as long a doubling may take.</param>
internal sealed class GrowthMeter(bool isQuick, double limit)
{
    private const int MostRepeats = 1 << 22;

    private static readonly TimeSpan ShortestThatCounts = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>How long the smaller size of a doubling is measured where it is in doubt, and in how many runs.</summary>
    private static readonly (int Milliseconds, int Runs)[] Doubts = [(10, 1), (30, 2), (100, 3), (200, 3)];

    public GrowthResult Measure(GrowthKind kind)
    {
        var sizes = kind.Sizes(isQuick);
        Action[] actions = [.. sizes.Select(kind.Prepare)];
        actions[0]();
        var (repeats, first) = Repeated(actions[0], TimeSpan.FromMilliseconds(isQuick ? 1 : 5));
        List<TimeSpan> times = [first / repeats];
        for (var i = 1; i < actions.Length && times[^1] < Longest; i++)
        {
            times.Add(TimeOf(actions[i], repeats) / repeats);
        }

        var counted = new bool[times.Count - 1];
        for (var i = 0; i < counted.Length; i++)
        {
            counted[i] = times[i + 1] * repeats >= ShortestThatCounts;
            foreach (var (milliseconds, runs) in Doubts)
            {
                if (times[i] > TimeSpan.Zero && times[i + 1] <= limit * times[i])
                {
                    break;
                }

                counted[i] = true;
                var (more, _) = Repeated(actions[i], TimeSpan.FromMilliseconds(milliseconds));
                times[i] = Least(actions[i], more, runs);
                times[i + 1] = Least(actions[i + 1], more, runs);
            }
        }

        return new(kind, sizes[..times.Count], [.. times], counted);
    }

    /// <summary>Repeats until it takes long enough to be measured.</summary>
    private static (int Repeats, TimeSpan Time) Repeated(Action action, TimeSpan shortest)
    {
        for (var repeats = 1; ; repeats *= 2)
        {
            var time = TimeOf(action, repeats);
            if (time >= shortest || repeats == MostRepeats)
            {
                return (repeats, time);
            }
        }
    }

    /// <summary>The time of one call, the least of some runs.</summary>
    private static TimeSpan Least(Action action, int repeats, int runs) =>
        Enumerable.Range(0, runs).Min(_ => TimeOf(action, repeats)) / repeats;

    private static TimeSpan TimeOf(Action action, int repeats)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < repeats; i++)
        {
            action();
        }

        return Environment.CpuUsage.TotalTime - before;
    }
}
