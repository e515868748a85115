namespace Cadence.SellsyImport;

/// <summary>What becomes of a contact that stands on several rows of a file, as one that is linked to several companies does.</summary>
public enum RepeatedContacts
{
    /// <summary>The first row is the lead; every later one is an error that names it.</summary>
    FirstWins,

    /// <summary>The last row is the lead; every earlier one is an error that names the next.</summary>
    LastWins,

    /// <summary>The first row is the lead; later ones fill its blanks and add their companies. Its owner stays the first row's.</summary>
    Merge,
}
