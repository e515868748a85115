namespace Cadence.SellsyImport;

/// <summary>The rank of an e-mail address among those of a lead.</summary>
public enum EmailType
{
    /// <summary>The first address, the one that Cadence writes to.</summary>
    Primary,

    /// <summary>Any further address.</summary>
    Secondary,
}
