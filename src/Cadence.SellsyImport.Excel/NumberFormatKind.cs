namespace Cadence.SellsyImport.Excel;

/// <summary>How the number of a cell is rendered.</summary>
internal enum NumberFormatKind
{
    /// <summary>With all its digits.</summary>
    Plain,

    /// <summary>By the digits and characters of its format, such as a zip code by <c>00000</c>.</summary>
    Digits,

    /// <summary>As a day.</summary>
    Date,

    /// <summary>As a time of day.</summary>
    Time,

    /// <summary>As a day and a time of day.</summary>
    DateTime,

    /// <summary>As hours, minutes and seconds, which may be more than a day.</summary>
    Duration,
}
