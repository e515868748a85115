using System.Collections.Immutable;

namespace Cadence.SellsyImport.Preview;

/// <summary>Where the rows are that have an issue or name an owner, as <see cref="RowList"/> keeps them. Immutable.</summary>
/// <param name="HasAllIssues">Whether every issue has its rows here; not where a file has more kinds than are kept.</param>
/// <param name="Issues">
/// The rows by code and field; there may be a few more rows. Without the issues that follow from the status of a row: see <see cref="RowFilter"/>.
/// </param>
/// <param name="Owners">The rows of each owner, in the order of <see cref="ImportPlan.RowsByOwner"/>; empty where a file has too many owners.</param>
internal sealed record RowIndex(bool HasAllIssues, ImmutableArray<IssueRows> Issues, ImmutableArray<byte[]> Owners)
{
    /// <summary>Nothing is known, so that all rows must be looked at.</summary>
    public static RowIndex None { get; } = new(HasAllIssues: false, [], []);
}
