using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Examines every log event at any level: its text, its values, its exception and its scopes.</summary>
internal sealed class ExaminedLoggers(Action<IEnumerable<object?>> look) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Logger(look);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Logger(Action<IEnumerable<object?>> look) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            look(Parts(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            look([formatter(state, exception), exception, eventId.Name, .. Parts(state)]);

        private static IEnumerable<object?> Parts(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? values.Select(value => (object?)$"{value}") : [state];
    }
}
