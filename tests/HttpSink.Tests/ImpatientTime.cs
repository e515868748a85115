using System.Collections.Concurrent;

namespace HttpSink.Tests;

/// <summary>A clock whose timers fire at once, but for those of one duration; it remembers how long was to be waited.</summary>
internal sealed class ImpatientTime(TimeSpan except) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = [];

    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime == except || dueTime <= TimeSpan.Zero ? dueTime : TimeSpan.Zero, period);
    }
}
