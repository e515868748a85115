using System.Collections.Immutable;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Texts that stores, formats and screens have stumbled over. None holds NUL, which no text of a file has.</summary>
internal static class OddTexts
{
    public static ImmutableArray<string> All { get; } =
    [
        "L'Haÿ-les-Roses œ Œ € ’ « »",
        "Ångström, Łódź, İstanbul, ıssız, straße, ΑΣ ας",
        "e\u0301 is not é",
        "日本語 한국어 العربية עברית ไทย हिन्दी",
        "👩‍👩‍👧 🏳️‍🌈 👍🏽 𝒳 \U0010FFFD",
        "\u200B\u200D\uFEFF\u00AD",
        "\u202Eright to left\u202C",
        "\u2028\u2029\u0085",
        "Z̴̛̺a̵̳͝l̶͓̓g̷̣̈́o̶̼͝",
        "  blanks around  ",
        "\u00A0\u2003",
        "tab\t, CR\r, LF\n, CRLF\r\n",
        "Robert'); DROP TABLE leads;-- \"",
        "\"\"\"quotes'''``",
        "\\N \\. \\\\ \\x00 \\u0000 %s %n {0} $1 ?1 :name @name",
        "<script>alert(1)</script> &amp; &lt;",
        "=1+1", "+33 1", "-1", "@SUM(A1)", "'text",
        "NULL", "null", "undefined", "nil", "true", "NaN", "None", "N/A",
        "0", "00123", "1e309", "1,5", "0x7F", "１２３",
        "../../etc/passwd", "C:\\Users\\é", "file:///",
        "{\"json\":[1,\"é\"]}", "[]", "a;b,c|d",
        "\u0001\u0007\u001B\u007F",
        new string('é', 5_000),
    ];
}
