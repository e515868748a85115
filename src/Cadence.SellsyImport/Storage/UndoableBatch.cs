using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>A batch that can be undone: what it did, and how its leads stand now. Immutable.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Number">The one-based number of the batch.</param>
/// <param name="Leads">The leads that the batch created or changed, by their rows.</param>
public sealed record UndoableBatch(string ImportId, int Number, ImmutableArray<UndoableLead> Leads)
{
    private readonly ValueList<UndoableLead> _leads = Leads;

    /// <summary>The leads that the batch created or changed, by their rows.</summary>
    public ImmutableArray<UndoableLead> Leads
    {
        get => _leads;
        init => _leads = value;
    }
}
