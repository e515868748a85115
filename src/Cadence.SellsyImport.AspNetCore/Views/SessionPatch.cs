using System.Collections.Immutable;
using Cadence.SellsyImport.AspNetCore.Sessions;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What changes a session; what is absent stays.</summary>
internal sealed record SessionPatch(
    SessionReading? Reading, ImmutableArray<SessionAssignment>? Mapping, SessionDecisions? Decisions, SessionCorrections? Corrections, string? Policy, string? Selection);
