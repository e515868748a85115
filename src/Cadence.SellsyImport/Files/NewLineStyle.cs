namespace Cadence.SellsyImport.Files;

/// <summary>How the lines of a file end.</summary>
public enum NewLineStyle
{
    /// <summary>No line end was seen.</summary>
    None,

    /// <summary>Carriage return and line feed.</summary>
    CrLf,

    /// <summary>Line feed.</summary>
    Lf,

    /// <summary>Carriage return.</summary>
    Cr,

    /// <summary>Several of them.</summary>
    Mixed,
}
