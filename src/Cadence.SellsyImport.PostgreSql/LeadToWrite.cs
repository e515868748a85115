namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A lead that a transaction writes.</summary>
/// <param name="row">The one-based number of its row.</param>
/// <param name="lead">The lead as it is to be.</param>
/// <param name="owner">Who will have it.</param>
internal sealed class LeadToWrite(long row, Lead lead, CadenceUser owner)
{
    public long Row => row;

    public Lead Lead => lead;

    public CadenceUser Owner => owner;

    /// <summary>The lead that is there and is changed; none for a new one.</summary>
    public HeldLead? There { get; init; }

    /// <summary>The lead as it was; none for a new one and where an undo writes.</summary>
    public LeadVersion? Before { get; init; }

    /// <summary>The version that its change gave it; zero before the change.</summary>
    public long NewVersion { get; set; }

    /// <summary>The place of its entry in the batch.</summary>
    public int Position { get; init; }

    /// <summary>The place of its company among those of the batch; -1 for none.</summary>
    public int Company { get; set; }

    /// <summary>The places of its other companies.</summary>
    public int[] OtherCompanies { get; set; } = [];
}
