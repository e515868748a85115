namespace Cadence.SellsyImport;

/// <summary>What an issue means for its row.</summary>
public enum IssueSeverity
{
    /// <summary>The row can be added; something about it is worth knowing.</summary>
    Warning,

    /// <summary>The row cannot be added.</summary>
    Error,
}
