using System.Text;
using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

public sealed class EncodingTests
{
    private const string Text =
        "ID Sellsy;Prénom;Nom;Note\r\n1;Hélène;Brûlé;cœur\r\n\r\n2;Zoé;L’Œuvre;\"à 5 €\r\nété\"\r\n3;Noël;Ça;;\r\n4;Eva;Müller;ok";

    private static readonly string[] Expected =
    [
        "1 @2: 1|Hélène|Brûlé|cœur",
        "2 @4–5: 2|Zoé|L’Œuvre|à 5 €\r\nété",
        "3 @6: !FieldCountDiffers(5,4)",
        "4 @7: 4|Eva|Müller|ok",
    ];

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static Encoding Part15 => CodePagesEncodingProvider.Instance.GetEncoding(28605)!;

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false },
        { "utf-8", true },
        { "windows-1252", false },
        { "utf-16le", true },
        { "utf-16be", true },
        { "utf-32le", true },
        { "utf-32be", true },
        { "utf-16le", false },
        { "utf-16be", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task One_file_gives_the_same_rows_in_every_encoding(string name, bool hasMark)
    {
        var encoding = Named(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];

        await using var export = await Exports.OpenAsync(bytes);
        var rows = await Exports.RowsAsync(export);

        Assert.Equal(Expected, rows.ConvertAll(Exports.Text));
        Assert.Equal(name, export.Format.Encoding);
        Assert.Equal(hasMark, export.Format.HasByteOrderMark);
        Assert.Equal(["ID Sellsy", "Prénom", "Nom", "Note"], export.Columns.Select(column => column.Heading));
        foreach (var row in rows)
        {
            var raw = encoding.GetString(bytes, (int)row.ByteOffset, (int)row.ByteLength);
            Assert.StartsWith($"{row.Number};", raw, StringComparison.Ordinal);
            Assert.True(raw[^1] is not ('\r' or '\n'), "The line end is not part of the record.");
            var again = await Exports.RowsAsync(export, from: RowPosition.Of(row));
            Assert.Equal(Expected[(int)(row.Number - 1)..], again.ConvertAll(Exports.Text));
        }
    }

    [Fact]
    public async Task Iso_8859_15_is_told_by_an_oe_between_letters()
    {
        await using var export = await Exports.OpenAsync(Part15.GetBytes("ID Sellsy;Prénom;Nom;Note\n1;Zoé;Brûlé;cœur à 5 €\n"));

        Assert.Equal("iso-8859-15", export.Format.Encoding);
        Assert.Equal(["1 @2: 1|Zoé|Brûlé|cœur à 5 €"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
    }

    [Fact]
    public async Task A_half_in_latin_1_is_no_oe()
    {
        await using var export = await Exports.OpenAsync(Encoding.Latin1.GetBytes("ID Sellsy;Prénom;Nom;Note\n1;Zoé;Brûlé;pointure 38½ \n"));

        Assert.Equal("windows-1252", export.Format.Encoding);
        Assert.Equal(["1 @2: 1|Zoé|Brûlé|pointure 38½ "], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
    }

    [Theory]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("windows-1252", "utf-8")]
    public async Task Two_exports_glued_are_each_read_in_their_own_encoding_and_the_byte_of_the_change_is_told(string first, string second)
    {
        byte[] start = Named(first).GetBytes("ID Sellsy;Prénom;Nom\n1;Zoé;Brûlé\n2;Noël;Müller\n3;Ann;Roux\n");
        byte[] bytes = [.. start, .. Named(second).GetBytes("4;Léa;Crêpin\n5;Éva;Noir\n")];

        Assert.Equal(
            [
                "1 @2: 1|Zoé|Brûlé", "2 @3: 2|Noël|Müller", "3 @4: 3|Ann|Roux",
                $"4 @5: 4|Léa|Crêpin!EncodingChanges({start.Length},{second})", "5 @6: 5|Éva|Noir",
            ],
            await Exports.TextsAsync(bytes));
    }

    [Fact]
    public async Task A_line_of_two_encodings_is_an_error_that_names_the_byte_and_the_next_row_goes_on()
    {
        byte[] start = Encoding.UTF8.GetBytes("ID Sellsy;Prénom;Nom\n1;Zoé;Br");
        byte[] bytes = [.. start, 0xFB, .. "l\u00E9\n2;Noël;Müller\n"u8];

        Assert.Equal(
            [$"1 @2: !BytesUndecodable({start.Length},utf-8)", "2 @3: 2|Noël|Müller"],
            await Exports.TextsAsync(bytes));
    }

    [Fact]
    public async Task A_capital_before_a_no_break_space_in_windows_1252_is_not_taken_for_utf_8()
    {
        var text = "ID Sellsy;Prénom;Nom;Note\n1;Zoé;Brûlé;a\n2;Ann;CAFÉ\u00A0;b\n3;Léa;MÉTÉ…;c\n";

        Assert.Equal(
            ["1 @2: 1|Zoé|Brûlé|a", "2 @3: 2|Ann|CAFÉ\u00A0|b", "3 @4: 3|Léa|MÉTÉ…|c"],
            await Exports.TextsAsync(Windows1252.GetBytes(text)));
    }

    [Fact]
    public async Task A_first_accent_far_into_the_file_still_tells_the_encoding()
    {
        var text = new StringBuilder("ID Sellsy;Nom;Note\n");
        for (var row = 1; row <= 20_000; row++)
        {
            text.Append(row).Append(";Roux;une note sans accent\n");
        }

        text.Append("20001;Brûlé;été\n");
        await using var export = await Exports.OpenAsync(Windows1252.GetBytes(text.ToString()));
        var rows = await Exports.RowsAsync(export);

        Assert.Equal("windows-1252", export.Format.Encoding);
        Assert.Equal(20_001, rows.Count);
        Assert.Equal("20001 @20002: 20001|Brûlé|été", Exports.Text(rows[^1]));
    }

    [Theory]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    public async Task A_lone_surrogate_is_an_error_and_never_a_silent_replacement(string name)
    {
        var encoding = Named(name);
        byte[] head = [.. encoding.GetPreamble(), .. encoding.GetBytes("ID Sellsy;Nom\n1;Ro")];
        byte[] bytes = [.. head, 0xD8, 0xD8, .. encoding.GetBytes("ux\n2;Noir\n")];

        Assert.Equal(
            [$"1 @2: !BytesUndecodable({head.Length},{name}) CharactersLost", "2 @3: 2|Noir"],
            await Exports.TextsAsync(bytes));
    }

    [Fact]
    public async Task An_odd_byte_at_the_end_of_utf_16_is_an_error_of_the_last_row()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("ID Sellsy;Nom\n1;Roux\n2;Noir"), 0x41];

        Assert.Equal(
            ["1 @2: 1|Roux", $"2 @3: !BytesUndecodable({bytes.Length - 1},utf-16le) CharactersLost"],
            await Exports.TextsAsync(bytes));
    }

    [Fact]
    public async Task Utf_8_without_a_mark_is_never_read_as_latin_1()
    {
        Assert.Equal(["1 @2: 1|Hélène Brûlé"], await Exports.TextsAsync("ID Sellsy;Propriétaire\n1;Hélène Brûlé\n"));
    }

    [Theory]
    [InlineData(850)]
    [InlineData(437)]
    [InlineData(10000)]
    public async Task Text_of_a_code_page_of_dos_or_the_old_macintosh_is_read_right_where_it_makes_sense_in_no_other(int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

        Assert.Equal(
            ["1 @2: 1|Léa|Angoulême|été", "2 @3: 2|Max|Lyon|a"],
            await Exports.TextsAsync(encoding.GetBytes("ID Sellsy;Nom;Ville;Note\n1;Léa;Angoulême;été\n2;Max;Lyon;a\n")));
    }

    [Theory]
    [InlineData("fin…")]
    [InlineData("5‰, 3‰")]
    [InlineData("‚mot‘ et Škoda, Žižek, Œuvre, CŒUR")]
    [InlineData("„mot“")]
    public async Task Signs_of_windows_1252_that_people_write_are_no_other_code_page(string note)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes($"ID Sellsy;Prénom;Nom;Note\n1;Zoé;Petit;{note}\n");

        Assert.Equal([$"1 @2: 1|Zoé|Petit|{note}"], await Exports.TextsAsync(bytes));
    }

    [Theory]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xC1, 0xA1 })]
    public async Task What_utf_8_forbids_is_an_error_and_not_taken_for_windows_1252(byte[] forbidden)
    {
        byte[] bytes = [.. "ID Sellsy;Prénom;Nom;Note\n1;Zo"u8, .. forbidden, .. ";Petit;a\n2;Ali;Roux;b\n"u8];
        var rows = await Exports.TextsAsync(bytes);

        Assert.Equal(["1 @2: !BytesUndecodable(31,utf-8)", "2 @3: 2|Ali|Roux|b"], rows);
    }

    public static TheoryData<byte[]> CutCharacters => new()
    {
        new byte[] { (byte)'c', (byte)'a', (byte)'f', 0xC3 },
        new byte[] { (byte)'1', (byte)' ', 0xE2, 0x82 },
        new byte[] { (byte)'1', (byte)' ', 0xE2 },
        new byte[] { (byte)'c', 0xC3, (byte)'u', (byte)'r' },
    };

    [Theory]
    [MemberData(nameof(CutCharacters))]
    public async Task A_cut_character_is_an_error_and_never_two_wrong_ones(byte[] cut)
    {
        foreach (var first in new[] { "1;Zoé\n", "1;Zoe\n" })
        {
            byte[] start = Encoding.UTF8.GetBytes("ID Sellsy;Nom\n" + first + "2;");
            var invalidAt = start.Length + cut.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            var error = $"2 @3: !BytesUndecodable({invalidAt},utf-8)";

            Assert.Equal(error, (await Exports.TextsAsync([.. start, .. cut]))[1]);
            Assert.Equal([error, "3 @4: 3|Eva"], (await Exports.TextsAsync([.. start, .. cut, .. "\n3;Eva\n"u8]))[1..]);
        }
    }

    [Fact]
    public async Task After_a_byte_order_mark_one_line_of_another_encoding_is_an_error_and_two_are_another_export()
    {
        byte[] start = [0xEF, 0xBB, 0xBF, .. "ID Sellsy;Nom\n1;Zoé\n"u8];
        byte[] once = [.. start, .. Windows1252.GetBytes("2;Noël\n3;Eva\n")];
        byte[] twice = [.. once, .. Windows1252.GetBytes("4;Léa\n")];

        Assert.Equal(
            ["1 @2: 1|Zoé", $"2 @3: !BytesUndecodable({start.Length + 4},utf-8)", "3 @4: 3|Eva"],
            await Exports.TextsAsync(once));
        Assert.Equal(
            ["1 @2: 1|Zoé", $"2 @3: 2|Noël!EncodingChanges({start.Length},windows-1252)", "3 @4: 3|Eva", "4 @5: 4|Léa"],
            await Exports.TextsAsync(twice));
    }

    [Theory]
    [InlineData("René")]
    [InlineData("Âge")]
    [InlineData("CHÂTEAU")]
    [InlineData("café\u00A0: ça")]
    [InlineData("Hanoï\u00A0!")]
    public async Task A_word_of_windows_1252_is_no_cut_character(string word) =>
        Assert.Equal([$"1 @2: 1|{word}"], await Exports.TextsAsync(Windows1252.GetBytes($"ID Sellsy;Nom\n1;{word}\n")));

    [Theory]
    [InlineData("rappel ½h")]
    [InlineData("½ heure")]
    [InlineData("1¼ litre")]
    public async Task A_fraction_is_no_oe(string note)
    {
        await using var export = await Exports.OpenAsync(Encoding.Latin1.GetBytes($"ID Sellsy;Nom;Note\n1;Brûlé;{note}\n"));

        Assert.Equal([$"1 @2: 1|Brûlé|{note}"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Contains(export.Format.Findings, finding => finding is { Code: IssueCodes.EncodingFound, Arguments: ["windows-1252", ..] });
    }

    [Theory]
    [InlineData("cœur")]
    [InlineData("l'œil")]
    [InlineData("Œuvre")]
    [InlineData("12 €")]
    public async Task Iso_8859_15_is_told_by_words_that_only_it_can_spell(string note)
    {
        await using var export = await Exports.OpenAsync(Part15.GetBytes($"ID Sellsy;Nom;Note\n1;Brûlé;{note}\n"));

        Assert.Equal([$"1 @2: 1|Brûlé|{note}"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Contains(export.Format.Findings, finding => finding is { Code: IssueCodes.EncodingFound, Arguments: ["iso-8859-15", ..] });
    }

    private static Encoding Named(string name) => name switch
    {
        "utf-8" => Encoding.UTF8,
        "windows-1252" => Windows1252,
        "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "utf-32le" => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        _ => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
    };
}
