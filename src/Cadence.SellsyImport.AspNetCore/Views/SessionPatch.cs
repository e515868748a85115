using System.Collections.Immutable;
using Cadence.SellsyImport.AspNetCore.Sessions;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What changes a session; what is absent stays.</summary>
internal sealed record SessionPatch(
    SessionReading? Reading, ImmutableArray<SessionAssignment>? Mapping, SessionDecisions? Decisions, SessionCorrections? Corrections, string? Policy, string? Selection)
{
    /// <summary>Whether nothing is missing that must be there: JSON can have null everywhere.</summary>
    public bool IsWhole =>
        (Mapping ?? []).All(one => one is { Field: not null, Columns.IsDefault: false } && (one.Values ?? []).All(value => value is { From: not null, To: not null }))
        && (Decisions?.Owners ?? []).All(one => one is { Text: not null, UserId: not null })
        && (Decisions?.Matches ?? []).All(one => one is { Contact: not null })
        && (Corrections?.Cells ?? []).All(one => one is { Text: not null })
        && (Corrections?.Values ?? []).All(one => one is { From: not null, To: not null });
}
