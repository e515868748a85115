namespace Cadence.SellsyImport.Values;

/// <summary>What a tag does to the text around it.</summary>
internal enum HtmlTagKind
{
    /// <summary>Nothing: bold, a link, an image, a comment, a script.</summary>
    Inline,

    /// <summary>It breaks the line where it stands.</summary>
    LineBreak,

    /// <summary>Its content starts on a line of its own.</summary>
    Block,

    /// <summary>A cell of a table: a blank from its neighbour.</summary>
    Cell,
}
