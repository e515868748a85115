namespace Cadence.SellsyImport.Values;

/// <summary>A tag that HTML knows, at the start of a text. A script and a style are one tag with all they hold.</summary>
internal readonly record struct HtmlTag(HtmlTagKind Kind, int Length)
{
    private const int LongestName = 10;
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    /// <summary>Reads a tag.</summary>
    /// <param name="note">The whole text.</param>
    /// <param name="start">Where the tag may start; not before the last one that was asked for.</param>
    /// <param name="deadEnds">What is known of the text already.</param>
    /// <param name="tag">The tag.</param>
    public static bool TryRead(ReadOnlySpan<char> note, int start, TagDeadEnds deadEnds, out HtmlTag tag)
    {
        tag = default;
        var text = note[start..];
        if (text.StartsWith(CommentStart))
        {
            var close = deadEnds.HasComments ? text.IndexOf(CommentEnd) : -1;
            deadEnds.HasComments = close >= 0;
            tag = new HtmlTag(HtmlTagKind.Inline, close + CommentEnd.Length);
            return close >= 0;
        }

        var isEnd = text.Length > 1 && text[1] == '/';
        var nameStart = isEnd || (text.Length > 1 && text[1] is '!' or '?') ? 2 : 1;
        var nameLength = LengthOfName(text[Math.Min(nameStart, text.Length)..]);
        if (nameLength is 0 or > LongestName)
        {
            return false;
        }

        Span<char> name = stackalloc char[LongestName];
        var written = text.Slice(nameStart, nameLength).ToLowerInvariant(name);
        if (KindOf(name[..written]) is not { } kind || EndOf(note, start + nameStart + nameLength, deadEnds) - start is not (> 0 and var length))
        {
            return false;
        }

        if (nameStart == 1 && !IsAttributes(text[(1 + nameLength)..(length - 1)]))
        {
            return false;
        }

        tag = new HtmlTag(kind, isEnd ? length : length + LengthOfHidden(name[..written], text[length..]));
        return true;
    }

    private static HtmlTagKind? KindOf(ReadOnlySpan<char> name) => name switch
    {
        "br" => HtmlTagKind.LineBreak,
        "p" or "div" or "li" or "ul" or "ol" or "tr" or "table" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "blockquote"
            or "pre" or "section" or "article" or "header" or "footer" or "dl" or "dt" or "dd" or "address" or "body" or "html"
            or "form" or "fieldset" or "main" or "nav" or "aside" or "figure" or "center" => HtmlTagKind.Block,
        "td" or "th" => HtmlTagKind.Cell,
        "a" or "abbr" or "b" or "big" or "button" or "caption" or "cite" or "code" or "col" or "colgroup" or "del" or "doctype" or "em"
            or "figcaption" or "font" or "head" or "i" or "iframe" or "img" or "input" or "ins" or "kbd" or "label" or "link" or "mark"
            or "meta" or "o:p" or "object" or "q" or "s" or "samp" or "script" or "small" or "span" or "strike" or "strong" or "style"
            or "sub" or "sup" or "svg" or "tbody" or "tfoot" or "thead" or "time" or "title" or "tt" or "u" or "var" or "wbr"
            or "xml" => HtmlTagKind.Inline,
        _ => null,
    };

    // In a<b et c>d the words are no attributes.
    private static bool IsAttributes(ReadOnlySpan<char> text) => text.Contains('=') || text.TrimEnd('/').IsWhiteSpace();

    private static int LengthOfName(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == ':'))
        {
            length++;
        }

        return length;
    }

    /// <summary>The place behind the <c>&gt;</c> of a tag, which may also stand in a quoted attribute; 0 where it has no end.</summary>
    private static int EndOf(ReadOnlySpan<char> note, int index, TagDeadEnds deadEnds)
    {
        if (index >= note.Length || (note[index] is not ('>' or '/') && !char.IsWhiteSpace(note[index])))
        {
            return 0;
        }

        for (var i = index; i < note.Length && note[i] != '<'; i++)
        {
            if (note[i] == '>')
            {
                return i + 1;
            }

            if (note[i] is '"' or '\'' && note[i - 1] == '=')
            {
                if (!deadEnds.TryPass(i))
                {
                    return 0;
                }

                var close = note[(i + 1)..].IndexOf(note[i]);
                i += close < 0 ? 0 : close + 1;
            }
        }

        return 0;
    }

    /// <summary>The length of what a script or a style holds, with its end tag; up to the end of the text where it has none.</summary>
    private static int LengthOfHidden(ReadOnlySpan<char> name, ReadOnlySpan<char> text)
    {
        if (name is not ("script" or "style"))
        {
            return 0;
        }

        var end = text.IndexOf(name is "script" ? "</script" : "</style", StringComparison.OrdinalIgnoreCase);
        var close = end < 0 ? -1 : text[end..].IndexOf('>');
        return close < 0 ? text.Length : end + close + 1;
    }
}
