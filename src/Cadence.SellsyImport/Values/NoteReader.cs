namespace Cadence.SellsyImport.Values;

/// <summary>Turns a note of HTML into plain text; a note that is no HTML stays as it is but for its line ends, which become LF.</summary>
internal static class NoteReader
{
    /// <summary>
    /// The text of a note. Tags that HTML knows become line breaks or nothing, scripts, styles and comments are left out, entities become
    /// characters. What only looks like a tag (<c>a &lt; b</c>, <c>&lt;nom@exemple.fr&gt;</c>) is text.
    /// </summary>
    public static string ToText(string note)
    {
        var hasTags = false;
        var breaksLines = false;
        var deadEnds = new TagDeadEnds();
        for (var start = note.IndexOf('<', StringComparison.Ordinal); start >= 0; start = note.IndexOf('<', start + 1))
        {
            if (HtmlTag.TryRead(note, start, deadEnds, out var tag))
            {
                hasTags = true;
                breaksLines |= tag.Kind is HtmlTagKind.LineBreak or HtmlTagKind.Block;
                start += tag.Length - 1;
            }
        }

        if (!hasTags)
        {
            return Decode(note);
        }

        return Write(note, breaksLines);
    }

    private static string Write(string note, bool breaksLines)
    {
        var writer = new NoteWriter(note.Length, breaksLines);
        var deadEnds = new TagDeadEnds();
        for (var start = 0; start < note.Length;)
        {
            if (note[start] == '<' && HtmlTag.TryRead(note, start, deadEnds, out var tag))
            {
                writer.Add(tag.Kind);
                start += tag.Length;
                continue;
            }

            var end = note.IndexOf('<', start + 1);
            end = end < 0 ? note.Length : end;
            writer.Add(Decode(note[start..end]));
            start = end;
        }

        return writer.ToString();
    }

    private static string Decode(string text) =>
        WithLineFeeds(text.Contains('&', StringComparison.Ordinal) && HtmlEntities.TryDecodeOnce(text, out var decoded) ? decoded : text);

    private static string WithLineFeeds(string text) => text.Contains('\r', StringComparison.Ordinal)
        ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        : text;
}
