using System.Collections.Immutable;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What a person has done with a file so far. Its id is also the id of its import, so that a second click adds nothing twice.</summary>
internal sealed record ImportSession
{
    public required string Id { get; init; }

    public required string User { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string FileId { get; init; }

    public required string FileName { get; init; }

    public required long FileSize { get; init; }

    public SessionReading Reading { get; init; } = new();

    /// <summary>Null until the person changed what was suggested.</summary>
    public ImmutableArray<SessionAssignment>? Mapping { get; init; }

    public SessionDecisions Decisions { get; init; } = new();

    public SessionCorrections Corrections { get; init; } = new();

    /// <summary>Null for the policy of the options.</summary>
    public ExistingLeadPolicy? Policy { get; init; }

    public string Selection { get; init; } = "all";

    public SessionJob? Job { get; init; }

    /// <summary>Of what the stored plan was made; null if there is none.</summary>
    public string? PlanOf { get; init; }

    public SessionReport? Report { get; init; }

    /// <summary>Of what a preview of the session as it is now is made.</summary>
    public string Inputs(string mappingHash) => string.Join('|', mappingHash, Reading, Decisions.Key, Corrections.ToCorrections().Hash);

    /// <summary>The session after a change that makes its plan another one.</summary>
    public ImportSession WithoutPlan() => this with { PlanOf = null, Job = Job?.State == JobState.Running ? Job : null, Selection = "all" };
}
