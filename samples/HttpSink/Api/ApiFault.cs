namespace HttpSink.Api;

/// <summary>What the API does with a request, as APIs do.</summary>
internal enum ApiFault
{
    /// <summary>It answers.</summary>
    None,

    /// <summary>It answers 429 with <c>Retry-After</c>, and does nothing.</summary>
    TooManyRequests,

    /// <summary>It answers 503, and does nothing.</summary>
    Unavailable,

    /// <summary>It does nothing, and never answers.</summary>
    Hangs,

    /// <summary>It does its work, and never answers.</summary>
    WorksAndHangs,
}
