using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

public sealed class DamageTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Note\r\n";

    private const string Before = "1;Zoé;Petit;a\r\n2;Ali;Roux;b\r\n3;Léa;Blanc;c\r\n";

    public static TheoryData<string, string[]> Damages => new()
    {
        { "4;Bob;Noir\r\n", ["4 @5: !FieldCountDiffers(3,4)"] },
        { "4;Bob;Noir;d;e\r\n", ["4 @5: !FieldCountDiffers(5,4)"] },
        { "4;Bob;Noir;écran 24\" neuf\r\n", ["4 @5: !StrayQuote"] },
        { "4;Bob;Noir;\"écran 24\" neuf\"\r\n", ["4 @5: !StrayQuote"] },
        { "4;Bob;\"Noir;d\r\n", ["4 @5: !QuoteNotClosed(5)"] },
        { "4;Bob;Noir;\"d\r\n5;Eve;Vert;24\"\r\n", ["4 @5: !StrayQuote", "5 @6: !StrayQuote"] },
        { "4;Bob;Noir;\"d\r\n5;Eve;Vert;e\r\n6;Max;Gris;24\"\r\n", ["4 @5: !StrayQuote", "5 @6: 5|Eve|Vert|e", "6 @7: !StrayQuote"] },
        { "4;Bob;Noir;\"d\r\n5;Eve;Vert;\"e\"\r\n", ["4 @5: !StrayQuote", "5 @6: 5|Eve|Vert|e"] },
        { "4;Bob;Noir;\"d\r\n5;Eve;Vert;\"e\r\nf\"\r\n", ["4 @5: !StrayQuote", "5 @6–7: 5|Eve|Vert|e\r\nf"] },
        { "4;\"Bob;Noir;d\r\n5;Eve\";Vert;e\r\n", ["4 @5: !StrayQuote", "5 @6: !StrayQuote"] },
        { "4;Bob;No\rir;d\r\n", ["4 @5: !FieldCountDiffers(3,4)", "5 @6: !FieldCountDiffers(2,4)"] },
        { "4;Bob;Noir;bon\r\njour\r\n", ["4 @5–6: !LineBreakNotQuoted(6)"] },
        { "4;Bob;Noir;bon\njour\r\n", ["4 @5–6: !LineBreakNotQuoted(6)"] },
        { "4;Bob;Noir;\r\nbonjour, et\r\n\r\n  à demain\r\n", ["4 @5–8: !LineBreakNotQuoted(6)"] },
        { "4;Bob;Noir;05 46\n77\r\n", ["4 @5–6: !LineBreakNotQuoted(6)"] },
        { "4\n2;Bob;Noir;d\r\n", ["4 @5–6: !LineBreakNotQuoted(5)"] },
        { "4\n;Bob;Noir;d\r\n", ["4 @5–6: !LineBreakNotQuoted(5)"] },
        { "4;Bob;Noir;\r\n\"d\"\r\n", ["4 @5–6: !LineBreakNotQuoted(6)"] },
        { "\"4\";\"Bob\";\"Noir\";\n\"d;e\r\n\"\"f\"\r\n", ["4 @5–7: !LineBreakNotQuoted(6)"] },
        { "\"4\"\n;Bob;Noir;d\r\n", ["4 @5–6: !LineBreakNotQuoted(5)"] },
        { "\"4\"\n\"5\";Bob;Noir;d\r\n", ["4 @5: !FieldCountDiffers(1,4)", "5 @6: 5|Bob|Noir|d"] },
        { "4;Bob;Noir;\n\"d\"e\r\n", ["4 @5: 4|Bob|Noir|", "5 @6: !StrayQuote FieldCountDiffers(1,4)"] },
        { "4;Bob;Noir;bon\r\njour\"\r\n", ["4 @5–6: !LineBreakNotQuoted(6)"] },
        { "4;Bob;Noir;\"bon\"\r\njour; à \"\"vous\"\"\r\nfin\"\r\n", ["4 @5–7: !LineBreakNotQuoted(6)"] },
        { "4;Bob;Noir;\"bon\"\r\n5;Eve;Vert;jour\"\r\n", ["4 @5: 4|Bob|Noir|bon", "5 @6: !StrayQuote"] },
        { "4;Bob;Noir;d\r\nID Sellsy,Prénom,Nom,Note\r\n5,Eve,Vert,24\"\r\n", ["4 @5: 4|Bob|Noir|d", "5 @6: !FieldCountDiffers(1,4)", "6 @7: !StrayQuote FieldCountDiffers(1,4)"] },
        { "4;Bob;Noir;il dit \"oui\"\r\njour\r\n", ["4 @5: !StrayQuote", "5 @6: !FieldCountDiffers(1,4)"] },
        { "4;Bob;Noir;\"d\"\r\njour\r\n", ["4 @5: 4|Bob|Noir|d", "5 @6: !FieldCountDiffers(1,4)"] },
        { "4;Bob;Noir;d\r\n\"e\"\r\n", ["4 @5: 4|Bob|Noir|d", "5 @6: !FieldCountDiffers(1,4)"] },
        { "4;Bob;\"N\r\n\";d\r\njour\r\n", ["4 @5–7: !LineBreakNotQuoted(7)"] },
        { "4;Bob;Noir;d\r\nID Sellsy,Prénom,Nom,Note\r\n", ["4 @5: 4|Bob|Noir|d", "5 @6: !FieldCountDiffers(1,4)"] },
        { "4;Bob;Noir;d\r\n5,Eve,Vert,e\r\n", ["4 @5: 4|Bob|Noir|d", "5 @6: !FieldCountDiffers(1,4)"] },
        { "4;Bob;Noir;d\r\n\r\nContacts 2\r\n" + Headings, ["4 @5: 4|Bob|Noir|d", "5 @7: !FieldCountDiffers(1,4)", "6 @8: !HeadingsRepeated"] },
        { "4;Bob;No\0ir;d\r\n", ["4 @5: !ControlCharacter(U+0000)"] },
        { "4;Bob;Noir;\u0085d\r\n", ["4 @5: 4|Bob|Noir|…d!ControlCharacterRead(U+0085)"] },
        { "4;Bob;Noir;d\uFFFD\r\n", ["4 @5: 4|Bob|Noir|d\uFFFD!CharactersLost"] },
        { ";;;\r\n", [] },
        { "\"\";\"\";\"\";\" \"\r\n", [] },
        { " ; ;\t; \r\n;;\r\n;;;;;;\r\n", [] },
        { "\u00A0;\u202F;;\u2007\r\n\u00A0\r\n", [] },
        { "\"\r\n\";;;\r\n", ["4 @5–6: !RowEmpty"] },
        { ";;;-\r\n", ["4 @5: |||-"] },
        { Headings, ["4 @5: !HeadingsRepeated"] },
        { "\uFEFF" + Headings, ["4 @5: !HeadingsRepeated"] },
        { "\"id sellsy\";\"PRENOM\";\"NOM\";\"NOTE\"\r\n", ["4 @5: !HeadingsRepeated"] },
        { "4;Bob;Noir;\"d\r\ne\r\nf\"\r\n", ["4 @5–7: 4|Bob|Noir|d\r\ne\r\nf"] },
        { "4;Bob;Noir;\"a;b\r\nc;d\r\ne;f;g\"\r\n", ["4 @5–7: 4|Bob|Noir|a;b\r\nc;d\r\ne;f;g"] },
        { "4;Bob;Noir;\"voir; tel; fax; mail\r\nle; la; les; des\r\nfin\"\r\n", ["4 @5–7: 4|Bob|Noir|voir; tel; fax; mail\r\nle; la; les; des\r\nfin"] },
        { "4;Bob;\"Noir\r\nGris\";d;e\r\n", ["4 @5–6: !FieldCountDiffers(5,4)"] },
        { "4;Bob;Noir;\"\r\nd\";\r\n", ["4 @5–6: !FieldCountDiffers(5,4)"] },
        { "4;Bob;\"\r\nd\"\r\n", ["4 @5–6: !FieldCountDiffers(3,4)"] },
        { "\r\n   \r\n\t\r\n4;Bob;Noir;d\r\n", ["4 @8: 4|Bob|Noir|d"] },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damage_stays_where_it_is(string damaged, string[] expected)
    {
        var rows = await Exports.TextsAsync(Headings + Before + damaged + "8;Guy;Brun;y\r\n9;Ida;Bleu;z\r\n");

        Assert.Equal(["1 @2: 1|Zoé|Petit|a", "2 @3: 2|Ali|Roux|b", "3 @4: 3|Léa|Blanc|c"], rows[..3]);
        Assert.Equal(expected, rows[3..^2]);
        Assert.EndsWith(": 8|Guy|Brun|y", rows[^2], StringComparison.Ordinal);
        Assert.EndsWith(": 9|Ida|Bleu|z", rows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_a_line_break_cut_is_one_under_other_headings_too()
    {
        var rows = await Exports.TextsAsync("ID Sellsy;Prénom;Nom;Note\n1;Léa;Blanc;x\nPrénom;ID Sellsy;Nom;Note\nAli;2;Roux;b\nsuite\nZoé;3;Petit;c\n");

        Assert.Equal(
            ["1 @2: 1|Léa|Blanc|x", "2 @3: !HeadingsChange(3)", "3 @4–5: !LineBreakNotQuoted(5)", "4 @6: !HeadingsChange(3)"],
            rows);
    }

    [Theory]
    [InlineData("1;Zoé;Petit;06\n12\n23;Ali;Roux;b\n", new[] { "1 @2–4: !LineBreakNotQuoted(3)" })]
    [InlineData("1;Zoé;Petit;06\n12\n2;Ali;Roux;b\n", new[] { "1 @2–3: !LineBreakNotQuoted(3)", "2 @4: 2|Ali|Roux|b" })]
    [InlineData("1;Zoé;Petit;06\n2\n;Ali;Roux;b\n", new[] { "1 @2: 1|Zoé|Petit|06", "2 @3–4: !LineBreakNotQuoted(3)" })]
    [InlineData("98;Zoé;Petit;06\n9\n9;Ali;Roux;b\n", new[] { "1 @2: 98|Zoé|Petit|06", "2 @3–4: !LineBreakNotQuoted(3)" })]
    [InlineData("9;Zoé;Petit;06\n1\n0;Ali;Roux;b\n", new[] { "1 @2: 9|Zoé|Petit|06", "2 @3–4: !LineBreakNotQuoted(3)" })]
    [InlineData(";Zoé;Petit;06\n1\n0;Ali;Roux;b\n", new[] { "1 @2: |Zoé|Petit|06", "2 @3–4: !LineBreakNotQuoted(3)" })]
    [InlineData("1;Zoé;Petit;\"06\"\n12\n2;Ali;Roux;b\n", new[] { "1 @2: 1|Zoé|Petit|06", "2 @3–4: !LineBreakNotQuoted(3)" })]
    [InlineData("1;Zoé;Petit;06\n12\n\"2\";Ali;Roux;b\n", new[] { "1 @2–3: !LineBreakNotQuoted(3)", "2 @4: 2|Ali|Roux|b" })]
    [InlineData("12\n2;Ali;Roux;b\n", new[] { "1 @2–3: !LineBreakNotQuoted(2)" })]
    [InlineData("12\n2;Ali;Roux;\"b\nc\"\n", new[] { "1 @2–4: !LineBreakNotQuoted(2)" })]
    [InlineData("12\n2;Ali;Roux;\"b\"c\n", new[] { "1 @2: !FieldCountDiffers(1,4)", "2 @3: !StrayQuote" })]
    [InlineData("1;Zoé;Petit\n12\n2;Ali;Roux;b\n", new[] { "1 @2: !FieldCountDiffers(3,4)", "2 @3–4: !LineBreakNotQuoted(3)" })]
    [InlineData("12\n\uFEFF2;Ali;Roux;b\n", new[] { "1 @2: !FieldCountDiffers(1,4)", "2 @3: 2|Ali|Roux|b" })]
    public async Task A_line_of_digits_belongs_to_the_row_above_or_below_as_its_ids_tell_and_in_doubt_neither_is_believed(string rows, string[] expected) =>
        Assert.Equal([.. expected, "9"], Ends(await Exports.TextsAsync("ID Sellsy;Prénom;Nom;Note\n" + rows + "9;Ida;Bleu;z\n")));

    [Theory]
    [InlineData("Zoé;1;Petit;06\n12\nAli;2;Roux;b\n", new[] { "1 @2–4: !LineBreakNotQuoted(3)" })]
    [InlineData("Zoé;1;Petit;06\n12\n\"Ali\";2;Roux;b\n", new[] { "1 @2–3: !LineBreakNotQuoted(3)", "2 @4: Ali|2|Roux|b" })]
    [InlineData("Zoé;1;Petit;06\r12\nAli;2;Roux;b\n", new[] { "1 @2–3: !LineBreakNotQuoted(3)", "2 @4: Ali|2|Roux|b" })]
    [InlineData("Zoé;1;Petit;06\nA\rli;2;Roux;b\n", new[] { "1 @2: Zoé|1|Petit|06", "2 @3–4: !LineBreakNotQuoted(3)" })]
    public async Task Where_no_id_comes_first_any_line_of_one_cell_may_be_the_start_of_the_row_below(string rows, string[] expected) =>
        Assert.Equal([.. expected, "9"], Ends(await Exports.TextsAsync("Prénom;ID Sellsy;Nom;Note\n" + rows + "9;9;9;9\n")));

    [Theory]
    [InlineData("\nGénéré par Sellsy\nle 2 mars\n", new[] { "2 @4: !FieldCountDiffers(1,4)", "3 @5: !FieldCountDiffers(1,4)" })]
    [InlineData("Total : 2 contacts", new[] { "2 @3: !FieldCountDiffers(1,4)" })]
    [InlineData("2;Ali;Roux;\n\"Total : 2\"\n", new[] { "2 @3: 2|Ali|Roux|", "3 @4: !FieldCountDiffers(1,4)" })]
    [InlineData("TOTAUX\n\n", new[] { "2 @3: !FieldCountDiffers(1,4)" })]
    [InlineData("12", new[] { "2 @3: !FieldCountDiffers(1,4)" })]
    [InlineData("\0\0\0", new[] { "2 @3: !FieldCountDiffers(1,4) ControlCharacter(U+0000)" })]
    [InlineData("\u001A", new[] { "2 @3: !FieldCountDiffers(1,4) ControlCharacter(U+001A)" })]
    public async Task What_stands_below_the_last_row_says_nothing_of_it(string end, string[] expected) =>
        Assert.Equal(["1 @2: 1|Zoé|Petit|a", .. expected], await Exports.TextsAsync("ID Sellsy;Prénom;Nom;Note\n1;Zoé;Petit;a\n" + end));

    [Theory]
    [InlineData("12\n", "1 @2–3: !LineBreakNotQuoted(3)")]
    [InlineData("fin", "1 @2–3: !LineBreakNotQuoted(3)")]
    public async Task The_last_row_may_be_cut_too(string end, string expected) =>
        Assert.Equal([expected], await Exports.TextsAsync("ID Sellsy;Prénom;Nom;Note\n1;Zoé;Petit;a\n" + end));

    [Theory]
    [InlineData("1;bon\njour\n", new[] { "1 @2–3: !LineBreakNotQuoted(3)" })]
    [InlineData("1;bon\n2Ali\n", new[] { "1 @2: 1|bon", "2 @3: !FieldCountDiffers(1,2)" })]
    public async Task Of_two_columns_a_line_that_starts_with_an_id_is_a_row_that_lost_its_separator(string rows, string[] expected) =>
        Assert.Equal([.. expected, "9"], Ends(await Exports.TextsAsync("ID Sellsy;Note\n" + rows + "9;z\n")));

    [Fact]
    public async Task A_cut_row_has_the_bytes_of_all_its_lines_wherever_the_blocks_end()
    {
        var text = new System.Text.StringBuilder("ID Sellsy;Prénom;Nom;Note\n");
        var expected = new List<string>();
        for (var row = 1; row <= 20_000; row++)
        {
            text.Append(row).Append(";Zoé;Petit;bon\njour ").Append('x', row % 80).Append('\n');
            expected.Add($"{row} @{2 * row}–{(2 * row) + 1}: !LineBreakNotQuoted({(2 * row) + 1})");
        }

        Assert.Equal(expected, await Exports.TextsAsync(text.ToString()));
    }

    [Theory]
    [InlineData("Bonjour;b;c;d;e;f;g;h")]
    [InlineData(";b;c;d;e;f;g;h")]
    public async Task Of_eight_columns_a_line_with_as_many_fields_is_a_row_whatever_its_id(string line)
    {
        var rows = await Exports.TextsAsync($"ID Sellsy;Prénom;Nom;Note;E-mail;Fax;Ville;Pays\n1;a;b;\"c\n{line}\nd\";e;f;g;h\n");

        Assert.Equal(["1 @2: !StrayQuote", $"2 @3: {line.Replace(';', '|')}", "3 @4: !StrayQuote FieldCountDiffers(5,8)"], rows);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_names_its_line_and_the_rows_after_it_are_read()
    {
        var rows = await Exports.TextsAsync(Headings + "1;Zoé;\"Petit;a\r\n2;Ali;Roux;b\r\n3;Léa;Blanc;c");

        Assert.Equal(["1 @2: !QuoteNotClosed(2)", "2 @3: 2|Ali|Roux|b", "3 @4: 3|Léa|Blanc|c"], rows);
    }

    [Fact]
    public async Task A_damaged_row_keeps_its_raw_text_and_its_place_and_has_no_values()
    {
        await using var export = await Exports.OpenAsync(Headings + Before + "4;Bob;No\"ir;d\r\n5;Eve;Vert;e\r\n");
        var row = (await Exports.RowsAsync(export))[3];

        Assert.Equal("4;Bob;No\"ir;d", row.RawText);
        Assert.Equal(new LineRange(5, 5), row.Lines);
        Assert.Equal(74, row.ByteOffset);
        Assert.Equal(13, row.ByteLength);
        Assert.Equal("", row[1]);
    }

    [Fact]
    public async Task Rows_under_the_headings_of_another_export_are_never_read_under_those_of_the_first()
    {
        var rows = await Exports.TextsAsync(
            Headings + Before + "ID Sellsy;Nom;Prénom;Note\r\n4;Noir;Bob;d\r\n5;Vert;Eve;e\r\n" + Headings + "6;Max;Gris;f\r\n");

        Assert.Equal(
            [
                "4 @5: !HeadingsChange(5)", "5 @6: !HeadingsChange(5)", "6 @7: !HeadingsChange(5)", "7 @8: !HeadingsRepeated",
                "8 @9: 6|Max|Gris|f",
            ],
            rows[3..]);
    }

    [Theory]
    [InlineData("Nom;ID Sellsy;Zone;Secteur;Réseau")]
    [InlineData("réseau;SECTEUR;ZONE;nom;id sellsy")]
    [InlineData("Last name;First name;Email;Phone;Sellsy ID")]
    [InlineData(" Nom; Zone;Réseau; Secteur;ID Sellsy")]
    public async Task Headings_in_another_order_or_language_change_the_headings(string headings)
    {
        var rows = await Exports.TextsAsync(
            $"ID Sellsy;Nom;Zone;Secteur;Réseau\n1;Petit;a;b;c\n2;Roux;a;b;c\n{headings}\n3;4;5;6;7\nID SELLSY;NOM;ZONE;SECTEUR;RESEAU\n8;Noir;a;b;c\n");

        Assert.Equal(
            ["3 @4: !HeadingsChange(4)", "4 @5: !HeadingsChange(4)", "5 @6: !HeadingsRepeated", "6 @7: 8|Noir|a|b|c"],
            rows[2..]);
    }

    [Fact]
    public async Task Other_headings_are_recognised_where_no_heading_is_that_of_the_id()
    {
        var rows = await Exports.TextsAsync("Prénom;Nom;Réseau;Zone\nZoé;Petit;a;b\nNom;Prénom;Zone;Réseau\nPetit;Zoé;b;a\n");

        Assert.Equal(["1 @2: Zoé|Petit|a|b", "2 @3: !HeadingsChange(3)", "3 @4: !HeadingsChange(3)"], rows);
    }

    [Fact]
    public async Task A_totals_line_is_read_and_not_taken_for_headings()
    {
        var rows = await Exports.TextsAsync(Headings + Before + "Total;3;;\r\n");

        Assert.Equal("4 @5: Total|3||", rows[3]);
    }

    [Fact]
    public async Task A_row_with_a_blank_that_the_sample_did_not_have_is_not_swallowed_by_a_pair_of_stray_quotes()
    {
        var sampled = string.Concat(Enumerable.Range(1, 5).Select(id => $"{id};P;N;0199001122;;77;Acme\n"));
        var rows = await Exports.TextsAsync(
            "CONTACT ID;PRENOM CONTACT;NOM CONTACT;TELEPHONE;CONTACT NOTE;ID SOCIETE SELLSY;NOM SOCIETE\n" + sampled
            + "60000;P;N;0199001122;\"memo;;\n70000;P;N;01 99 00;;;\n80000;P;N;;suite\";;\n90000;P;N;;;77;Acme\n");

        Assert.Equal(
            ["6 @7: !StrayQuote", "7 @8: 70000|P|N|01 99 00|||", "8 @9: !StrayQuote", "9 @10: 90000|P|N|||77|Acme"],
            rows[5..]);
    }

    /// <summary>The rows, and of the last one only the last digit, as its number and line depend on the others.</summary>
    private static List<string> Ends(List<string> rows) => [.. rows[..^1], rows[^1][^1] == 'z' ? "9" : rows[^1][^1..]];

    [Theory]
    [InlineData(100)]
    [InlineData(3000)]
    [InlineData(40_000)]
    public async Task A_long_line_within_a_note_after_a_stray_quote_is_read_whole(int length)
    {
        var line = new string('x', length);
        var rows = await Exports.TextsAsync($"ID Sellsy;Prénom;Nom;Note\n1;Zoé;\"Petit\"\";x\n2;Ali;Roux;\"a\n{line}\nb\n{line}\"\n3;Léa;Noir;c\n");

        Assert.Equal(["1 @2: !StrayQuote", $"2 @3–6: 2|Ali|Roux|a\n{line}\nb\n{line}", "3 @7: 3|Léa|Noir|c"], rows);
    }

    [Fact]
    public async Task Where_every_other_row_has_a_stray_quote_the_rows_and_the_long_notes_between_are_exact()
    {
        var note = string.Concat(Enumerable.Range(0, 700).Select(line => $"ligne {line}\n"));
        var text = new System.Text.StringBuilder("ID Sellsy;Prénom;Nom;Note\n");
        var expected = new List<string>();
        for (var row = 1; row <= 6000; row++)
        {
            var isLong = row % 600 == 0;
            var line = row + 1 + (700 * ((row - 1) / 600));
            text.Append(row).Append(row % 2 == 1 ? ";Zoé;\"Petit\"\";x\n" : isLong ? $";Zoé;Petit;\"{note}\"\n" : ";Zoé;Petit;\"x\"\n");
            expected.Add(row % 2 == 1
                ? $"{row} @{line}: !StrayQuote"
                : isLong ? $"{row} @{line}–{line + 700}: {row}|Zoé|Petit|{note}" : $"{row} @{line}: {row}|Zoé|Petit|x");
        }

        Assert.Equal(expected, await Exports.TextsAsync(text.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2;P;N;b\n")]
    [InlineData("2;P;N;b\n3;P;N;c\n4;P;N;d\n C-9;P;N;d\n")]
    [InlineData("2;P;N;b\n3;P;N;c\n4;P;N;d\nTotal;4;;\n")]
    [InlineData("2;P;N;b\n3;P;N;c\n4;P;N;d\n 9 ;P;N;d\n;P;N;\n")]
    public async Task What_a_note_is_does_not_depend_on_other_rows(string others)
    {
        const string Note = "7;P;N;\"note\na;b;c;d\nend\"\n8;P;N;\"note\n 9 ;b;c;d\nend\"\n";
        var rows = await Exports.TextsAsync("ID Sellsy;Prénom;Nom;Note\n" + Note + others);

        Assert.Equal("1 @2–4: 7|P|N|note\na;b;c;d\nend", rows[0]);
        Assert.Equal(["2 @5: !StrayQuote", "3 @6–7: !LineBreakNotQuoted(7)"], rows[1..3]);
    }
}
