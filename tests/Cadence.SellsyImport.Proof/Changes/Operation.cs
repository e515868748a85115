using System.Collections.Immutable;
using Cadence.SellsyImport.Proof.Changes.Stores;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>One call of the product: how the world was before and after it, and what changed meanwhile.</summary>
internal sealed class Operation
{
    public required StoreContent Before { get; init; }

    public StoreContent After { get; set; } = null!;

    /// <summary>What a person wrote into the job position of leads meanwhile, the last of each.</summary>
    public Dictionary<string, string> Edits { get; } = new(StringComparer.Ordinal);

    /// <summary>The contacts whose leads a person added or removed meanwhile.</summary>
    public HashSet<string> Uncertain { get; } = new(StringComparer.Ordinal);

    /// <summary>The users before, and after each change meanwhile.</summary>
    public required List<ImmutableArray<CadenceUser>> Users { get; init; }

    /// <summary>The file that the call reads; none for an undo.</summary>
    public ChangingFile? File { get; init; }

    public bool IsFileChanged { get; set; }

    /// <summary>Whether the owner was, at a moment of the call, the user whom the text names.</summary>
    public bool WasNamed(CadenceUser user, string owner, OwnerDecisions decisions) =>
        Users.Any(users => CurrentUsers.Named(users, owner, decisions) == user);
}
