namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>
/// Measures the processor time of a kind at each of its sizes, the least of some runs. What is short is repeated, the same number of
/// times at each size. A doubling that seems to cost too much is measured again for longer, several times: it counts only where all agree.
/// What takes less than a nanosecond a character or byte does not count: it is as fast as memory, and each cache that the content outgrows is a step.
/// </summary>
/// <param name="isQuick">Whether a run shall take a minute, or all the time that it needs.</param>
/// <param name="limit">How many times as long a doubling may take.</param>
internal sealed class GrowthMeter(bool isQuick, double limit)
{
    private const int MostRepeats = 1 << 20;
    private const int RunsOfDoubt = 3;
    private const int MostDoubts = 3;
    private const double NanosecondsOfMemory = 1;

    private static readonly TimeSpan ShortestTime = TimeSpan.FromMicroseconds(1);
    private static readonly TimeSpan ShortestOfDoubt = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan ShortestThatCounts = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private TimeSpan Shortest => TimeSpan.FromMilliseconds(isQuick ? 2 : 10);

    public GrowthResult Measure(GrowthKind kind)
    {
        var sizes = kind.Sizes(isQuick);
        Action[] actions = [.. sizes.Select(kind.Prepare)];
        actions[0]();
        var repeats = RepeatsFor(actions[0], Shortest);
        var times = new List<TimeSpan>();
        foreach (var action in actions)
        {
            times.Add(Least(action, repeats, isQuick ? 1 : 2));
            if (times[^1] > Longest)
            {
                break;
            }
        }

        var counted = new bool[times.Count - 1];
        for (var i = 0; i < counted.Length; i++)
        {
            var isAtMemorySpeed = times[i + 1].TotalNanoseconds < sizes[i + 1] * NanosecondsOfMemory;
            counted[i] = times[i + 1] * repeats >= ShortestThatCounts && !isAtMemorySpeed;
            for (var doubt = 0; !isAtMemorySpeed && doubt < MostDoubts && times[i + 1] / times[i] > limit && times[i + 1] < Longest; doubt++)
            {
                var more = RepeatsFor(actions[i], ShortestOfDoubt);
                times[i] = Least(actions[i], more, RunsOfDoubt);
                times[i + 1] = Least(actions[i + 1], more, RunsOfDoubt);

                // What is too short to be measured at the smaller size, however often it is repeated, says nothing of the larger one.
                counted[i] = times[i] * more >= ShortestOfDoubt / 4;
            }
        }

        return new(kind, sizes[..times.Count], [.. times], counted);
    }

    private static int RepeatsFor(Action action, TimeSpan shortest)
    {
        for (var repeats = 1; ; repeats *= 4)
        {
            var time = TimeOf(action, repeats);
            if (time >= shortest / 4 || repeats >= MostRepeats)
            {
                return Math.Clamp((int)(repeats * (shortest / Max(time, ShortestTime))), repeats, MostRepeats);
            }
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

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
