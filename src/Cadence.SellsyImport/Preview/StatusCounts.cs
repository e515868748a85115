namespace Cadence.SellsyImport;

/// <summary>The number of rows of a plan per status.</summary>
/// <param name="Blank">Rows that can be added.</param>
/// <param name="Active">Rows whose contact is in Cadence already.</param>
/// <param name="Error">Rows that cannot be imported.</param>
public sealed record StatusCounts(long Blank, long Active, long Error)
{
    /// <summary>Rows that a person left out.</summary>
    /// <value>Default: 0.</value>
    public long Excluded { get; init; }

    /// <summary>All rows of the file.</summary>
    public long Rows => Blank + Active + Error + Excluded;
}
