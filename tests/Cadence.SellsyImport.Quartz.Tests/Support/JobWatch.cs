using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>Waits for log events of a node, so that no test looks again and again.</summary>
internal sealed class JobWatch : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly Lock _lock = new();
    private readonly List<(Func<int, string, bool> Condition, TaskCompletionSource Source)> _waiters = [];

    public IReadOnlyCollection<string> Lines => _lines;

    public Task DoneAsync(string importId) => WaitAsync((id, text) => id is 301 or 302 && text.Contains(importId, StringComparison.Ordinal));

    public Task UndoneAsync(string importId) => WaitAsync((id, text) => id is 301 && text.Contains($"work Undo of import {importId}", StringComparison.Ordinal));

    public Task EventAsync(int event_, string importId) => WaitAsync((id, text) => id == event_ && text.Contains(importId, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = formatter(state, exception);
        lock (_lock)
        {
            _lines.Enqueue($"{eventId.Id}: {text}{(logLevel >= LogLevel.Error ? $" {exception}" : "")}");
            foreach (var (condition, source) in _waiters)
            {
                if (condition(eventId.Id, text))
                {
                    source.TrySetResult();
                }
            }
        }
    }

    public void Dispose()
    {
    }

    private async Task WaitAsync(Func<int, string, bool> condition)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lines.Any(line => condition(int.Parse(line.AsSpan(0, line.IndexOf(':', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture), line)))
            {
                return;
            }

            _waiters.Add((condition, source));
        }

        try
        {
            await source.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"It did not happen. The node logged:\n{string.Join('\n', _lines)}");
        }
    }
}
