namespace HttpSink.Crm;

/// <summary>How the API is called.</summary>
internal sealed class CrmOptions
{
    /// <summary>Where the API is; ends with a slash.</summary>
    public required Uri Address { get; init; }

    /// <summary>How long one try may take.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many tries follow the first one.</summary>
    /// <value>Default: 5.</value>
    public int Retries { get; init; } = 5;

    /// <summary>How long the first retry waits; each further one waits twice as long, give or take chance. An answer with <c>Retry-After</c> is obeyed instead.</summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);
}
