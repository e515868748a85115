namespace Cadence.SellsyImport.Testing;

/// <summary>A clock that stands still until a test moves it. Its time zone is UTC. Thread-safe.</summary>
public sealed class FixedTimeProvider : TimeProvider
{
    private long _utcTicks;

    /// <summary>Creates the clock.</summary>
    /// <param name="now">The time that it shows.</param>
    public FixedTimeProvider(DateTimeOffset now) => _utcTicks = now.UtcTicks;

    /// <summary>UTC, whatever the machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Ticks of 100 nanoseconds, as those of <see cref="TimeSpan"/>.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _utcTicks);

    /// <summary>Moves the clock.</summary>
    /// <param name="time">How far; not back.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref _utcTicks, time.Ticks);
    }
}
