namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A lead that a transaction writes.</summary>
/// <param name="row">The one-based number of its row.</param>
/// <param name="lead">The new values.</param>
/// <param name="owner">Its future owner.</param>
internal sealed class LeadToWrite(long row, Lead lead, CadenceUser owner)
{
    public long Row => row;

    public Lead Lead => lead;

    public CadenceUser Owner => owner;

    /// <summary>The stored lead that is changed; null for a new one.</summary>
    public HeldLead? There { get; init; }

    /// <summary>The lead before the change; null for a new one and for an undo.</summary>
    public LeadVersion? Before { get; init; }

    /// <summary>Its version after the change; zero before.</summary>
    public long NewVersion { get; set; }

    /// <summary>The index of its entry in the batch.</summary>
    public int Position { get; init; }

    /// <summary>The index of its company among those of the batch; -1 for none.</summary>
    public int Company { get; set; }

    /// <summary>The indexes of its other companies.</summary>
    public int[] OtherCompanies { get; set; } = [];
}
