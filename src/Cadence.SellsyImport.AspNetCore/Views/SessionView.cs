using Cadence.SellsyImport.AspNetCore.Sessions;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A session as the page shows it.</summary>
internal sealed record SessionView(
    string Id, long Version, string Step, SessionFileView File, FormatView Format, SessionReading Reading,
    IReadOnlyList<ColumnView> Columns, IReadOnlyList<IReadOnlyList<string>> Sample, IReadOnlyList<SessionAssignment> Mapping,
    IReadOnlyList<SuggestionView> Suggestions, IReadOnlyList<int> Unmapped, IReadOnlyList<MissingView> Missing, DecisionsView Decisions,
    CorrectionsView Corrections, string Policy, string Selection, JobView? Job, PlanView? Plan, ReportView? Report);
