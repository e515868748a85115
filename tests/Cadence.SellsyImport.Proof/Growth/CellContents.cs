namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>Contents of a cell that are made of one part again and again, each to make some reader look far for what does not come.</summary>
internal static class CellContents
{
    /// <summary>What stands before, what is repeated, and what stands behind.</summary>
    private static readonly (string Before, string Part, string Behind)[] Contents =
    [
        ("", "a", ""), ("", " ", ""), ("", ",", ""), ("", ";", ""), ("", "|", ""), ("", "\n", ""), ("", "\r\n", ""), ("", ".", ""), ("", "-", ""),
        ("", "'", ""), ("", "\"", ""), ("\"", "\\\"", ""), ("\"", "\\\",", ""), ("a@b.fr ", "\"\\\" ", ""), ("", "\"\\", ""), ("", "@", ""),
        ("", "a@b.fr,", ""), ("", "a@,", ""), ("", "a@b.fr ", ""), ("", "a@b.fr / ", ""), ("", "mailto:", ""), ("", "<a@b.fr>,", ""), ("", "<a@b,", ""),
        ("", "9", ""), ("", "1 ", ""), ("", "123456789 ", ""), ("", "+33 ", ""), ("", "0546778899,", ""), ("", "0546778899 / ", ""), ("", "12/", ""), ("", " ou ", ""),
        ("(", "0)(", ""), ("", "(", ""), ("", "(,", ""), ("", "(a)", ""), ("", "()", ""), ("", ")", ""), ("", "a,", ""), ("", "((\n", ""), ("a", " (", ")"),
        ("", "<", ""), ("", "<!--", ""), ("", "<!-- ->", ""), ("", "<a ", ""), ("", "<a href=\"", ""), ("", "<a ='<a ' ", ""), ("", "<zz ='<zz ' ", ">"),
        ("", "<a ='<a ' =\"<a \" ", "='>'"), ("", "</a ='<b ' ", ""), ("", "<div>", ""), ("", "<script>", ""), ("", "<script></script", ""), ("", "<p>a", ""), ("", "a <b", ""),
        ("", "<br/>\n ", ""), ("", "&", ""), ("", "&amp;", ""), ("", "&#", ""), ("", "&#146;", ""), ("", ">", ""), ("", "='", ""),
        ("e", "\u0301", ""), ("", "e\u0301", ""), ("", "\U0001F600", ""), ("", "\U0001F468\u200D", ""), ("", "\U0001F1EB", ""), ("", "\uD83D", ""), ("", "\u00A0", ""),
        ("", "\u200B", ""), ("", "a\u200B ", ""), ("", "Ã©", ""), ("", "Ã", ""), ("", "â€", ""), ("", "Ã\u0083", ""), ("", "ﬃ", ""), ("", "\u1100\u1161", ""),
        ("", "é", ""), ("", "http://", ""), ("http://", "a.", "fr"), ("www.", "a/ ", ""), ("", "1,", ""), ("1", ".000", ""), ("", "E+", ""),
        ("", "3,5E+10 ", ""), ("1", "0", "E+10"), ("#", "#", ""), ("", "#N/A ", ""), ("#", " ", "N/A"), ("=\"", "a", "\""), ("=\"", "\"\"", "\""), ("=\"", "&amp;", "\""),
        ("", "&eacute;", ""), ("", "&amp;amp;", ""), ("", "&nbsp;", ""), ("&#", "0", "39;"), ("45", "0", "123,5"), ("1", "0", ".0"), ("15 mars ", "0", "85"), ("", "mars ", ""),
        ("", "Tél : ", "05 46 77 88 99"), ("05 46 77 88 99 ", "poste ", "12"), ("05 46 77 88 99 ", "(perso) ", ""), ("Marie <", "a@b.fr", ">"), ("", "<a@b.fr>", ""),
        ("", "│", ""), ("", "├®", ""), ("", "√©", ""), ("", "\u009C", ""), ("", "N/C,", ""), ("", "M. ", ""), ("Hélène ", "Aubrac ", ""), ("", "Hélène Aubrac ", ""), ("", "oui ", ""), ("a", " ", "a"), ("1", "\u00A0", "1"),
    ];

    /// <summary>All contents: how each is named in the table, and how one of some length is made.</summary>
    public static IEnumerable<(string Name, Func<int, string> Make)> All =>
        Contents.Select(content => (Name(content), (Func<int, string>)(length => Make(content, length))));

    private static string Make((string Before, string Part, string Behind) content, int length)
    {
        var (before, part, behind) = content;

        // Whole parts only: a cell that ends within one is another kind of content than one that ends with it.
        return string.Create(length - (length % part.Length), content, static (cell, parts) =>
        {
            for (var i = 0; i < cell.Length; i++)
            {
                cell[i] = parts.Part[i % parts.Part.Length];
            }

            parts.Before.CopyTo(cell);
            parts.Behind.CopyTo(cell[^parts.Behind.Length..]);
        });
    }

    private static string Name((string Before, string Part, string Behind) content) =>
        $"`{Visible(content.Before)}`({Visible(content.Part)})…`{Visible(content.Behind)}`".Replace("``", "", StringComparison.Ordinal);

    private static string Visible(string text) => string.Concat(text.Select(character => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        ' ' => "␠",
        _ when char.IsSurrogate(character) || char.IsControl(character) || character is '\u00A0' or '\u200B' or '\u200D' or '\u0301' => $"\\u{(int)character:X4}",
        _ => character.ToString(),
    }));
}
