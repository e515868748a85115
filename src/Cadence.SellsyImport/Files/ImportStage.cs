namespace Cadence.SellsyImport;

/// <summary>What an import is doing.</summary>
public enum ImportStage
{
    /// <summary>Walking the file once for what only the whole of it can tell.</summary>
    Surveying,

    /// <summary>Giving every row its status.</summary>
    Previewing,

    /// <summary>Adding the ticked rows.</summary>
    Adding,

    /// <summary>Writing the file of rejected rows.</summary>
    Reporting,

    /// <summary>An import is undone: its leads are removed or restored.</summary>
    Undoing,
}
