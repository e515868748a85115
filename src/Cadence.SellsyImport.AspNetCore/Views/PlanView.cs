namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The counts and causes of a plan.</summary>
internal sealed record PlanView(
    long Rows, CountsView Counts, IReadOnlyList<PolicyView> Policies, IReadOnlyList<CauseView> Causes, IReadOnlyList<OwnerView> Owners,
    IReadOnlyList<FindingView> Findings, bool IsProvisional);
