using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>A contact that is in Cadence already.</summary>
/// <param name="SellsyContactId">The identity of the lead.</param>
public sealed record ExistingLead(string SellsyContactId)
{
    private readonly ValueList<string> _runningCadences;

    /// <summary>The names of the cadences that are running for the lead.</summary>
    /// <value>Default: empty, for a lead without a running cadence.</value>
    public ImmutableArray<string> RunningCadences
    {
        get => _runningCadences;
        init => _runningCadences = value;
    }
}
