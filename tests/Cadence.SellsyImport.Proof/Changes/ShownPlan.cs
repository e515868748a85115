using System.Collections.Immutable;
using Cadence.SellsyImport.Proof.Changes.Stores;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>A plan with what a person saw of it, and when.</summary>
internal sealed class ShownPlan
{
    public required int Number { get; init; }

    public required ImportPlan Plan { get; set; }

    public required ChangingFile File { get; init; }

    /// <summary>
    /// The version of the file that the plan is of. Where the file changed during the preview, it is the one at its start until the pages of
    /// another one are shown.
    /// </summary>
    public required string Version { get; set; }

    public required OwnerDecisions Decisions { get; init; }

    /// <summary>The times between which the preview looked at the store and the users.</summary>
    public required (long From, long To) Seen { get; init; }

    /// <summary>The call of the preview.</summary>
    public required Operation Operation { get; init; }

    /// <summary>The store right after the preview.</summary>
    public StoreContent Store => Operation.After;

    /// <summary>The interrupted import whose plan this is; none for a plan of its own.</summary>
    public KnownImport? Interrupted { get; init; }

    /// <summary>The rows; none while the file is not the one of the plan, so that nobody can see them.</summary>
    public ImmutableArray<ShownRow> Rows { get; set; } = [];

    /// <summary>Whether the file may have been another one than <see cref="Version"/> when it was previewed, so that nobody can use the plan.</summary>
    public bool IsOfTornFile => Rows.IsEmpty && Operation.IsFileChanged;

    public ExistingLeadPolicy Policy => Plan.ExistingLeads;

    /// <summary>The shown rows of each contact that can be written when they are ticked, by the contact.</summary>
    public ILookup<string, ShownRow> Writable(RowSelection ticked) => Rows
        .Where(row => ticked.Contains(row.Number)
            && (row.Status == RowStatus.Blank || (row.Status == RowStatus.Active && Policy != ExistingLeadPolicy.Skip)))
        .ToLookup(row => row.File.ContactId, StringComparer.Ordinal);
}
