namespace Cadence.SellsyImport.Values;

/// <summary>A tag that HTML knows, at the start of a text. A script and a style are one tag with all they hold.</summary>
internal readonly record struct HtmlTag(HtmlTagKind Kind, int Length)
{
    private const int LongestName = 10;
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    public static bool TryRead(ReadOnlySpan<char> text, out HtmlTag tag)
    {
        tag = default;
        if (text.StartsWith(CommentStart))
        {
            var close = text.IndexOf(CommentEnd);
            tag = new HtmlTag(HtmlTagKind.Inline, close < 0 ? text.Length : close + CommentEnd.Length);
            return close >= 0;
        }

        var isEnd = text.Length > 1 && text[1] == '/';
        var nameStart = isEnd || (text.Length > 1 && text[1] is '!' or '?') ? 2 : 1;
        var nameLength = LengthOfName(text[Math.Min(nameStart, text.Length)..]);
        if (nameLength is 0 or > LongestName || EndOf(text, nameStart + nameLength) is not (> 0 and var length))
        {
            return false;
        }

        if (nameStart == 1 && !IsAttributes(text[(1 + nameLength)..(length - 1)]))
        {
            return false;
        }

        Span<char> name = stackalloc char[LongestName];
        var written = text.Slice(nameStart, nameLength).ToLowerInvariant(name);
        if (KindOf(name[..written]) is not { } kind)
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

    /// <summary>The length of the tag up to its <c>&gt;</c>, which may also stand in a quoted attribute; 0 where it has no end.</summary>
    private static int EndOf(ReadOnlySpan<char> text, int index)
    {
        if (index >= text.Length || (text[index] is not ('>' or '/') && !char.IsWhiteSpace(text[index])))
        {
            return 0;
        }

        for (var i = index; i < text.Length; i++)
        {
            if (text[i] == '>')
            {
                return i + 1;
            }

            if (text[i] == '<')
            {
                return 0;
            }

            if (text[i] is '"' or '\'' && text[i - 1] == '=')
            {
                var close = text[(i + 1)..].IndexOf(text[i]);
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
