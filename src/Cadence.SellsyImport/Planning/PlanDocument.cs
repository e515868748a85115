using System.Collections.Immutable;

namespace Cadence.SellsyImport.Planning;

/// <summary>What a saved plan holds beside the verdicts, as JSON.</summary>
internal sealed record PlanDocument(
    string FileName,
    string FileHash,
    long FileLength,
    ExportFormat Format,
    ImmutableArray<AssignmentDocument> Mapping,
    string MappingHash,
    FactsDocument Facts,
    RepeatedContacts RepeatedContacts,
    ImmutableArray<OwnerResolution> Owners,
    Dictionary<string, string> Decisions,
    string SettingsHash,
    StatusCounts Counts,
    ImmutableArray<PolicyCounts> PolicyCounts,
    ImmutableArray<IssueCount> Issues,
    ImmutableArray<ImportIssue> Findings,
    ExistingLeadPolicy ExistingLeads,
    string Selection);
