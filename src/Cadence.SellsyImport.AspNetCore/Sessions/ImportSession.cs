using System.Collections.Immutable;
using System.Text.Json.Serialization;

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

    /// <summary>The sheets of a workbook; null for CSV.</summary>
    public ImmutableArray<string>? Sheets { get; init; }

    public SessionReading Reading { get; init; } = new();

    /// <summary>Null until the person changed what was suggested.</summary>
    public ImmutableArray<SessionAssignment>? Mapping { get; init; }

    public SessionDecisions Decisions { get; init; } = new();

    public SessionCorrections Corrections { get; init; } = new();

    /// <summary>Null for the policy of the options.</summary>
    public ExistingLeadPolicy? Policy { get; init; }

    public string Selection { get; init; } = "all";

    public SessionJob? Job { get; init; }

    /// <summary>The preview that made the stored plan, by the token of its job; null if there is none, or if it does not match the session.</summary>
    public string? PlanOf { get; init; }

    /// <summary>The preview that made the outdated plan that is shown until the next preview ends; null if there is none.</summary>
    public string? OldPlanOf { get; init; }

    public SessionReport? Report { get; init; }

    /// <summary>Whether an import of this id is in the ledger that did not come to its end: it goes on with its plan, or is undone.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Whether the plan that is shown is one of the session as it was before.</summary>
    [JsonIgnore]
    public bool IsStale => PlanOf is null && OldPlanOf is not null;

    /// <summary>Whether its import is written, undone or ended: then what it was made of can no longer be changed.</summary>
    [JsonIgnore]
    public bool IsFixed => Report is not null || HasBegun || Job is { Kind: JobKind.Add or JobKind.Undo, State: JobState.Running };

    /// <summary>The session after a change that makes its plan another one. A preview that runs finds itself replaced, and ends.</summary>
    /// <param name="hasSameRows">Whether the numbers of rows mean the same; then the plan is shown until the next one is made, and what was ticked stays.</param>
    public ImportSession WithoutPlan(bool hasSameRows) => this with
    {
        PlanOf = null,
        OldPlanOf = hasSameRows ? PlanOf ?? OldPlanOf : null,
        Job = null,
        Selection = hasSameRows ? Selection : "all",
    };
}
