using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>Which imports of the history are asked for. Immutable.</summary>
public sealed record ImportFilter
{
    private readonly ValueList<ImportState> _states;

    /// <summary>Only imports of this customer, as <see cref="ImportInfo.Customer"/> gives it; case matters.</summary>
    /// <value>Default: null, the imports of every customer and those of none.</value>
    public string? Customer { get; init; }

    /// <summary>Only imports in one of these states.</summary>
    /// <value>Default: empty, every state.</value>
    public ImmutableArray<ImportState> States
    {
        get => _states;
        init => _states = value;
    }

    /// <summary>Whether an import is one of those that are asked for.</summary>
    /// <param name="import">The import.</param>
    /// <returns>Whether it has the customer and one of the states.</returns>
    public bool Matches(LedgerImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return (Customer is null || Customer == import.Import.Customer) && (States.IsEmpty || States.Contains(import.State));
    }
}
