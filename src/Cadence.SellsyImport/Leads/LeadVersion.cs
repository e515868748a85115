using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>A lead as it stands in Cadence at one moment. Immutable.</summary>
/// <param name="Lead">Its values; its company is as the import told it, where it told it otherwise than Cadence had it.</param>
/// <param name="Owner">The user who has it.</param>
/// <param name="Version">
/// Another number after every change of the lead, whoever made it, and another one for a lead that was removed and came again. Only
/// equality means something.
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

    /// <summary>Tells which version this is without telling anything of the person.</summary>
    /// <returns>A text without any value of the lead.</returns>
    public override string ToString() => $"lead, version {Version}";
}
