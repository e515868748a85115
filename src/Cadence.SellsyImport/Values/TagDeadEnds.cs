namespace Cadence.SellsyImport.Values;

/// <summary>
/// What is known of a text in which tags are looked for from its start to its end, so that nothing is looked for twice: where the attributes
/// of a tag have no end, a tag that starts within them and comes to the same quote has none either.
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
