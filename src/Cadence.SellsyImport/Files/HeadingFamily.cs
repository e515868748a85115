namespace Cadence.SellsyImport;

/// <summary>Which of Sellsy's three styles the headings of a file are written in.</summary>
public enum HeadingFamily
{
    /// <summary>No heading is one that Sellsy writes.</summary>
    Unknown,

    /// <summary>The import format: upper case without accents, such as <c>PRENOM CONTACT</c>.</summary>
    ImportTemplate,

    /// <summary>The list in the French interface, such as <c>Prénom</c>.</summary>
    FrenchList,

    /// <summary>The list in the English interface, such as <c>First name</c>.</summary>
    EnglishList,

    /// <summary>Headings of several families in one file.</summary>
    Mixed,
}
