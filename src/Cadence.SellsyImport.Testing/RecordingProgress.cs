using System.Collections.Immutable;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// Records each report at once, on the thread that reports it; unlike <see cref="Progress{T}"/>, which posts to a
/// synchronization context and may be late. Thread-safe.
/// </summary>
/// <typeparam name="T">The type of the reports.</typeparam>
public sealed class RecordingProgress<T> : IProgress<T>
{
    private readonly Action<T>? _onReport;
    private ImmutableList<T> _values = [];

    /// <summary>Creates the progress.</summary>
    /// <param name="onReport">Is called with every report after it was recorded, for example to cancel; nothing by default.</param>
    public RecordingProgress(Action<T>? onReport = null) => _onReport = onReport;

    /// <summary>The reports, in order.</summary>
    public IReadOnlyList<T> Values => Volatile.Read(ref _values);

    /// <inheritdoc/>
    public void Report(T value)
    {
        ImmutableInterlocked.Update(ref _values, static (values, reported) => values.Add(reported), value);
        _onReport?.Invoke(value);
    }
}
