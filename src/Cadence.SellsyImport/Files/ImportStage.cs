namespace Cadence.SellsyImport;

/// <summary>What an import is doing.</summary>
public enum ImportStage
{
    /// <summary>Reading the file once for the facts that only the whole file shows.</summary>
    Scanning,

    /// <summary>Giving every row its status.</summary>
    Previewing,

    /// <summary>Adding the ticked rows.</summary>
    Adding,

    /// <summary>Writing the file of rejected rows.</summary>
    Reporting,

    /// <summary>An import is undone: its leads are removed or restored.</summary>
    Undoing,
}
