using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Tests;

/// <summary>Keeps every log event.</summary>
internal sealed class CollectedLogs : ILoggerFactory
{
    private readonly ConcurrentQueue<LogEntry> _entries = [];

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    /// <summary>The events, as <c>id name: text</c>.</summary>
    public IEnumerable<string> Lines(LogLevel from = LogLevel.Information) =>
        Entries.Where(entry => entry.Level >= from).Select(entry => $"{entry.Id.Id} {entry.Id.Name}: {entry.Text}");

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    internal sealed record LogEntry(string Category, LogLevel Level, EventId Id, string Text, Exception? Exception);

    private sealed class Logger(CollectedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs._entries.Enqueue(new(category, logLevel, eventId, formatter(state, exception), exception));
    }
}
