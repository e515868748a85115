using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>A lead as it stands in Cadence at one moment. Immutable.</summary>
/// <param name="Lead">Its values; if the import gave the company differently from Cadence, the company is as the import gave it.</param>
/// <param name="Owner">The user who owns it.</param>
/// <param name="Version">
/// A number that differs after every change of the lead by anybody, and for a lead that was removed and created again. Only equality has a
/// meaning.
/// </param>
public sealed record LeadVersion(Lead Lead, CadenceUser Owner, long Version)
{
    private readonly ValueList<string> _runningCadences;

    /// <summary>The names of the cadences that are running for the lead; they have no part in its version.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<string> RunningCadences
    {
        get => _runningCadences;
        init => _runningCadences = value;
    }

    /// <summary>Identifies the version without any personal data.</summary>
    /// <returns>A text without any value of the lead.</returns>
    public override string ToString() => $"lead, version {Version}";
}
