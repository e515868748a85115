using Xunit;

namespace Cadence.SellsyImport.Tests.Reading;

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
        { "4;Bob;No\0ir;d\r\n", ["4 @5: !ControlCharacter(U+0000)"] },
        { "4;Bob;Noir;\u0085d\r\n", ["4 @5: !ControlCharacter(U+0085)"] },
        { "4;Bob;Noir;d\uFFFD\r\n", ["4 @5: 4|Bob|Noir|d\uFFFD!CharactersLost"] },
        { ";;;\r\n", ["4 @5: !RowEmpty"] },
        { "\"\";\"\";\"\";\" \"\r\n", ["4 @5: !RowEmpty"] },
        { Headings, ["4 @5: !HeadingsRepeated"] },
        { "\uFEFF" + Headings, ["4 @5: !HeadingsRepeated"] },
        { "\"id sellsy\";\"PRENOM\";\"NOM\";\"NOTE\"\r\n", ["4 @5: !HeadingsRepeated"] },
        { "4;Bob;Noir;\"d\r\ne\r\nf\"\r\n", ["4 @5–7: 4|Bob|Noir|d\r\ne\r\nf"] },
        { "4;Bob;Noir;\"a;b\r\nc;d\r\ne;f;g\"\r\n", ["4 @5–7: 4|Bob|Noir|a;b\r\nc;d\r\ne;f;g"] },
        { "4;Bob;Noir;\"voir; tel; fax; mail\r\nle; la; les; des\r\nfin\"\r\n", ["4 @5–7: 4|Bob|Noir|voir; tel; fax; mail\r\nle; la; les; des\r\nfin"] },
        { "4;Bob;\"Noir\r\nGris\";d;e\r\n", ["4 @5–6: !FieldCountDiffers(5,4)"] },
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

    [Fact]
    public async Task A_totals_line_is_read_and_not_taken_for_headings()
    {
        var rows = await Exports.TextsAsync(Headings + Before + "Total;3;;\r\n");

        Assert.Equal("4 @5: Total|3||", rows[3]);
    }
}
