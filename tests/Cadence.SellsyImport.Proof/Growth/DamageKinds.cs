using System.Text;

namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>Whole files, each with one kind of damage on every row, through a preview.</summary>
internal static class DamageKinds
{
    private const int Largest = 4 << 20;
    private const int LargestOfQuick = 1 << 18;
    private const string ShortestLines = "lines of a quote and a letter";
    private const string Headings = "CONTACT ID;PRENOM CONTACT;NOM CONTACT;EMAIL CONTACT;OWNER;NOM SOCIETE\n";
    private const string Row = "{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n";

    public static IEnumerable<GrowthKind> All() =>
        Files().Select(file => new GrowthKind(file.Name, "file", "bytes", Largest, file.Name == ShortestLines ? LargestOfQuick >> 3 : LargestOfQuick, size => Prepared(file.Make(size))));

    private static Action Prepared(byte[] file) => () => GrowthHost.Usual.Preview(file);

    private static IEnumerable<(string Name, Func<int, byte[]> Make)> Files() =>
    [
        ("whole rows", Utf8(Headings, Row)),
        ("whole rows, all cells in quotes", Utf8(Headings, "\"{0}\";\"Anne\";\"Martin\";\"anne@exemple.fr\";\"Hélène Aubrac\";\"Exemple\"\n")),
        ("the last quote of each row is missing", Utf8(Headings, "\"{0}\";\"Anne\";\"Martin\";\"anne@exemple.fr\";\"Hélène Aubrac\";\"Exemple\n")),
        ("the last quote is missing, three columns", Utf8("ID Sellsy;PRENOM;NOM\n", "\"{0}\";\"Anne\";\"Martin\n")),
        ("the last quote is missing, no id", Utf8("PRENOM;NOM\n", "\"Anne\";\"Martin\n")),
        ("the first quote of each row is missing", Utf8(Headings, "{0}\";\"Anne\";\"Martin\";\"anne@exemple.fr\";\"Hélène Aubrac\";\"Exemple\"\n")),
        ("each row opens a quote", Utf8(Headings, "{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;\"Exemple\n")),
        ("a row in 40 opens a quote", Utf8(Headings, Repeated(Row, 40) + "{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;\"Exemple\n\"a\n")),
        ("a row in 800 opens a quote", Utf8(Headings, Repeated(Row, 800) + "{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;\"Exemple\n\"a\n")),
        ("each row opens a quote, and doubles others", Utf8(Headings, "{0};An\"\"ne;Martin;anne@exemple.fr;Hélène Aubrac;\"Ex\"\"emple\n")),
        ("each row opens a quote at its start", Utf8(Headings, "\"{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n")),
        ("a quote is opened once", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;\"Exemple\n", Row)),
        ("quotes within cells", Utf8(Headings, "{0};An\"ne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n")),
        ("quotes within cells, and one opened behind", Utf8(Headings, "{0};An\"ne;Martin;anne@exemple.fr;Hélène Aubrac;\"Exemple\n")),
        ("rows within one cell in quotes", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;\"Exemple\n", Row, "\";x\n")),
        ("cells of one quote and a separator", Utf8(Headings, "{0};\";\"a;\";\"\n")),
        ("bytes that are no UTF-8", Bytes(Headings, "{0};Ann\u00FF\u0081\u00C3;Martin;anne@exemple.fr;Helene Aubrac;Exemple\n")),
        ("bytes that are no UTF-8, behind a mark", Bytes("\u00EF\u00BB\u00BF" + Headings, "{0};Ann\u00E9a;Martin;anne@exemple.fr;Helene Aubrac;Exemple\n")),
        ("bytes that are no UTF-8, and stray quotes", Bytes(Headings, "{0};Ann\u0081\u00C3;Mar\"tin;anne@exemple.fr;Helene Aubrac;\"Exemple\n")),
        ("lone surrogates, UTF-16 LE", Units(Encoding.Unicode, "\uD83D")),
        ("lone surrogates, UTF-16 BE", Units(Encoding.BigEndianUnicode, "\uDE00")),
        ("lone surrogates and open quotes, UTF-16 LE", Units(Encoding.Unicode, "\uD83D;\"")),
        ("open quotes, UTF-16 LE", Units(Encoding.Unicode, "\"Anne\";\"Martin")),
        ("NUL bytes", Utf8(Headings, "{0};An\0ne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n")),
        ("NUL bytes alone", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", "\0\0\0\0")),
        ("lost characters", Utf8(Headings, "{0};An\uFFFD\uFFFDne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n")),
        ("rows that are too short", Utf8(Headings, "{0};Anne\n")),
        ("rows that are too long", Utf8(Headings, "{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple;1;2;3\n")),
        ("swallowed line ends", Utf8(Headings, "{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n")),
        ("no line end at all", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", "{0};Anne;")),
        ("headings again", Utf8(Headings, Row + Headings)),
        ("other headings", Utf8(Headings, Row + "NOM;PRENOM;TELEPHONE;EMAIL;VILLE;PAYS\n")),
        ("headings under another separator", Utf8(Headings, Row + "NOM,PRENOM,TELEPHONE,EMAIL,VILLE,PAYS\n")),
        ("line ends of all kinds", Utf8(Headings, Row + Row[..^1] + "\r" + Row[..^1] + "\r\n\n\r \n")),
        ("garbled text", Utf8(Headings, "{0};AndrÃ©;MÃ¼ller;anne@exemple.fr;HÃ©lÃ¨ne Aubrac;L'Ã‰tÃ©\n")),
        ("a line break in the last cell", Utf8(Headings, "{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exem\nple\n")),
        ("a line break in the first cell", Utf8(Headings, "{0}\n1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n")),
        ("lines of one cell", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", "a\n")),
        ("lines of digits", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", "{0}\n")),
        ("rows cut at the end, then blank lines", size => [.. Utf8(Headings, Row[..^1] + "\ntotal\n")(size / 2), .. Utf8("", " \n")(size / 2)]),
        ("an empty last cell, and quotes below", Utf8(Headings, "{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;\n\"Exem\"\"ple\n")),
        ("separators alone", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", ";")),
        ("rows of separators", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", ";;;;;\n")),
        ("quotes alone", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", "\"")),
        ("lines of one quote", Utf8(Headings, "\"\n")),
        ("lines of three quotes", Utf8(Headings, "\"\"\"\n")),
        ("blank lines", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", "\n", "2;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n")),
        ("lines of blanks", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", " \t\n")),
        ("byte order marks", Utf8(Headings, "\uFEFF" + Row)),
        ("another encoding from the middle on", size => [.. Utf8(Headings, Row)(size / 2), .. Bytes("", Row)(size / 2)]),
        ("another encoding on every other row", size => Mixed(size)),
        ("rows of 64 KB", size => LongRows(size, 64 << 10)),
        ("rows of 4 KB with open quotes", size => LongRows(size, 4 << 10, "a", "\"")),
        ("rows of 512 KB with open quotes", size => LongRows(size, 512 << 10, "a", "\"")),
        (ShortestLines, Utf8(Headings, "\"a\n")),
        ("notes of 50,000 characters over lines", size => LongRows(size, 50_000, "a\n", "\"", "\"")),
        ("notes of 64 KB over lines, not closed", size => LongRows(size, 64 << 10, "a\n", "\"")),
        ("bytes of code page 850", CodePage(850)),
        ("bytes of code page 437, capitals", CodePage(437, "É")),
        ("bytes of the Macintosh", CodePage(10000)),
        ("bytes of Windows-1250", CodePage(1250, "ŁódźŚć")),
        ("bytes of Windows-1254", CodePage(1254, "Yıldızğş")),
        ("bytes that two code pages explain", Bytes(Headings, "{0};Lo\u008Bc;Martin;anne@exemple.fr;Helene Aubrac;Exemple\n")),
        ("C1 controls of Windows-1252", Utf8(Headings, "{0};C\u009Cur;L\u0092Atelier;anne@exemple.fr;Hélène Aubrac;5 \u0080\n")),
        ("C1 controls of no code page", Utf8(Headings, "{0};C\u0081ur;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n")),
        ("C1 controls alone", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", "\u0092")),
        ("second heading lines", Utf8(Headings + "contact_id;first_name;last_name;email;owner;company\n", Row)),
        ("second heading lines, again and again", Utf8(Headings, "contact_id;first_name;last_name;email;owner;company\n", "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n")),
        ("separators behind the rows", Utf8(Headings, Row[..^1] + ";;;;\n")),
        ("rows under another separator", Utf8(Headings + "1;Anne;Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", Row.Replace(';', ','))),
        ("texts as formulas without quotes of the file", Utf8(Headings, "=\"{0}\";=\"Anne\";=\"Martin\";anne@exemple.fr;=\"Hélène Aubrac\";=\"Exemple\"\n")),
        ("texts as formulas that are not closed", Utf8(Headings, "{0};=\"Anne;=\"Martin;anne@exemple.fr;=\"Hélène Aubrac;=\"Exemple\n")),
        ("titles before the headings", size => [.. Titles(TitlesOf(size)), .. Utf8(Headings, Row)(size - TitlesOf(size))]),
        ("a title of half the file", size => [.. Utf8("", "Export des contacts ")(TitlesOf(size)), .. Utf8("\n" + Headings, Row)(size - TitlesOf(size))]),
    ];

    private static Func<int, byte[]> Utf8(string before, string part, string behind = "") => Make(Encoding.UTF8, before, part, behind);

    /// <summary>Each character is a byte.</summary>
    private static Func<int, byte[]> Bytes(string before, string part) => Make(Encoding.Latin1, before, part);

    private static Func<int, byte[]> Units(Encoding encoding, string damage) => size =>
    {
        // The encoder would replace what is no text.
        var text = Text(size / sizeof(char), "\uFEFF" + Headings, $"{{0}};Anne;{damage}Martin;anne@exemple.fr;Hélène Aubrac;Exemple\n", "");
        var bytes = new byte[text.Length * sizeof(char)];
        for (var i = 0; i < text.Length; i++)
        {
            var isBigEndian = encoding.CodePage == Encoding.BigEndianUnicode.CodePage;
            bytes[(2 * i) + (isBigEndian ? 0 : 1)] = (byte)(text[i] >> 8);
            bytes[(2 * i) + (isBigEndian ? 1 : 0)] = (byte)text[i];
        }

        return bytes;
    };

    private static Func<int, byte[]> CodePage(int number, string name = "Hélène") =>
        Make(CodePagesEncodingProvider.Instance.GetEncoding(number)!, Headings, $"{{0}};{name};Martin;anne@exemple.fr;Helene Aubrac;Noël\n");

    private static byte[] Mixed(int size)
    {
        var bytes = new List<byte>(size);
        bytes.AddRange(Encoding.UTF8.GetBytes(Headings));
        for (var row = 1; bytes.Count < size; row++)
        {
            bytes.AddRange((row % 2 == 0 ? Encoding.UTF8 : Encoding.Latin1).GetBytes(Row.Replace("{0}", $"{row}", StringComparison.Ordinal)));
        }

        return [.. bytes];
    }

    private static byte[] LongRows(int size, int length, string part = "a", string start = "", string end = "") =>
        Utf8(Headings, "{0};Anne;Martin;anne@exemple.fr;Hélène Aubrac;" + start + Repeated(part, length / part.Length) + end + "\n")(size);

    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    /// <summary>Half the file, as long as the headings behind it are still found: they are sought in the first 256 KiB.</summary>
    private static int TitlesOf(int size) => Math.Min(size / 2, 200_000);

    private static byte[] Titles(int size)
    {
        const int lines = 20;
        var line = Repeated("Export des contacts ", size / lines / 20);
        return Encoding.UTF8.GetBytes(Repeated(line + "\n", lines));
    }

    private static Func<int, byte[]> Make(Encoding encoding, string before, string part, string behind = "") => size =>
        encoding.GetBytes(Text(size, before, part, behind));

    private static string Text(int length, string before, string part, string behind)
    {
        var text = new StringBuilder(before, length + part.Length);
        for (var row = 1; text.Length < length; row++)
        {
            text.Append(part.Contains("{0}", StringComparison.Ordinal) ? part.Replace("{0}", $"{row}", StringComparison.Ordinal) : part);
        }

        return text.Append(behind).ToString();
    }
}
