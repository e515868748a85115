namespace Cadence.SellsyImport;

/// <summary>What becomes of a row whose contact is in Cadence already. A blank cell erases nothing, under any policy.</summary>
public enum ExistingLeadPolicy
{
    /// <summary>The lead stays as it is; the row is skipped.</summary>
    Skip,

    /// <summary>The values that the lead lacks are filled in; those it has stay.</summary>
    FillBlanks,

    /// <summary>Every value that the row has replaces the lead's, its owner included.</summary>
    Overwrite,
}
