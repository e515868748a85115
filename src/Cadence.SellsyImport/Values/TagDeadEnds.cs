namespace Cadence.SellsyImport.Values;

/// <summary>
/// Remembers failed searches while tags are looked for from the start of a text to its end, so that no search is repeated. If the attributes
/// of a tag have no end, a tag that starts within them and reaches the same quote has no end either.
/// </summary>
internal sealed class TagDeadEnds
{
    private HashSet<int>? _quotes;

    /// <summary>Whether a comment may end in the rest of the text.</summary>
    public bool HasComments { get; set; } = true;

    /// <summary>Notes that a tag was read up to a quote that opens.</summary>
    /// <param name="quote">The place of the quote.</param>
    /// <returns>Whether it is the first; else the tag has no end, as a tag with an end is not read again.</returns>
    public bool TryPass(int quote) => (_quotes ??= []).Add(quote);
}
