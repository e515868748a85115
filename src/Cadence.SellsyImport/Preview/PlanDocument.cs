using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>What a saved plan holds beside the verdicts, as JSON.</summary>
internal sealed record PlanDocument(
    string Id,
    string FileName,
    string FileHash,
    long FileLength,
    string SellsyAccount,
    ExportFormat Format,
    ImmutableArray<AssignmentDocument> Mapping,
    string MappingHash,
    OverridesDocument Overrides,
    FactsDocument Facts,
    RepeatedContacts RepeatedContacts,
    ImmutableArray<OwnerResolution> Owners,
    Dictionary<string, string> Decisions,
    string? BlankUserId,
    string? UnknownUserId,
    CorrectionsDocument Corrections,
    string SettingsHash,
    StatusCounts Counts,
    ImmutableArray<PolicyCounts> PolicyCounts,
    ImmutableArray<IssueCount> Issues,
    ImmutableArray<ImportCause> Causes,
    long CausesLeftOut,
    ImmutableArray<OwnerRows> RowsByOwner,
    RowIndex Index,
    ImmutableArray<ImportIssue> Findings,
    ImmutableArray<ImportIssue> RuleIssues,
    ExistingLeadPolicy ExistingLeads,
    string Selection)
{
    /// <summary>The rows that are matched to existing leads; null where nothing is matched or decided, as without a matcher.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MatchesDocument? Matches { get; init; }
}
