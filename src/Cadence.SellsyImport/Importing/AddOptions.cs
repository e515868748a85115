namespace Cadence.SellsyImport;

/// <summary>How the rows of a plan are added.</summary>
public sealed class AddOptions
{
    /// <summary>The ticked rows. A row in error is never added, and a row that is active is left as it is, ticked or not.</summary>
    /// <value>Default: <see cref="RowSelection.All"/>, every row that can be added, or those that were ticked in the interrupted import that the plan shows.</value>
    public RowSelection Selection { get; set; } = RowSelection.All;

    /// <summary>The user that starts the import, for the history of imports.</summary>
    /// <value>Default: null.</value>
    public string? StartedBy { get; set; }
}
