using System.Collections.Immutable;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// Remembers what it is told, at once and on the thread that tells it; unlike <see cref="Progress{T}"/>, which posts to a
/// synchronization context and may come late. Thread-safe.
/// </summary>
/// <typeparam name="T">What is told.</typeparam>
public sealed class RecordingProgress<T> : IProgress<T>
{
    private readonly Action<T>? _onReport;
    private ImmutableList<T> _values = [];

    /// <summary>Creates the progress.</summary>
    /// <param name="onReport">Is called with every value after it was remembered, for example to cancel; nothing by default.</param>
    public RecordingProgress(Action<T>? onReport = null) => _onReport = onReport;

    /// <summary>What was told, in order.</summary>
    public IReadOnlyList<T> Values => Volatile.Read(ref _values);

    /// <inheritdoc/>
    public void Report(T value)
    {
        ImmutableInterlocked.Update(ref _values, static (values, told) => values.Add(told), value);
        _onReport?.Invoke(value);
    }
}
