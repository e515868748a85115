namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>A piece of work on a session. Its token tells the server that does it from one that did before.</summary>
internal sealed record SessionJob(JobKind Kind, JobState State, string Token, DateTimeOffset StartedAt)
{
    public bool IsCancelAsked { get; init; }

    public SessionProblem? Problem { get; init; }
}
