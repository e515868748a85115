namespace Cadence.SellsyImport.Owners;

/// <summary>How far a name is that of a user.</summary>
internal enum NameFit
{
    /// <summary>It is another name.</summary>
    None,

    /// <summary>It would be the same name with a hyphen for a blank; a user found so counts only where no other one fits.</summary>
    HyphenLost,

    /// <summary>It is the same name.</summary>
    Same,
}
