using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Tests.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>Files from the field, rebuilt with invented people, and what is right for them.</summary>
public sealed class ReadingCasesTests
{
    private const string Four = "ID Sellsy;Prénom;Nom;Propriétaire;Note\n";

    [Theory]
    [InlineData(
        "ID Sellsy;Prénom;Propriétaire;Nom;\"Fonction;Note\n500101;Camille;Hélène Aubrac;Fontanel;Acheteuse;\"salon ; à rappeler\"\n"
            + "500102;Bastien;Hélène Aubrac;Rocher;Gérant;\n500103;Inès;Hélène Aubrac;Delorme;Comptable;\n")]
    [InlineData(
        "ID Sellsy;Prénom;Propriétaire;\"Nom;\"Fonction\";Téléphone;Mobile;Note\n"
            + "500101;Camille;Hélène Aubrac;Fontanel;Acheteuse;01 99 00 12 34;06 39 98 11 01;\n500102;Bastien;Hélène Aubrac;Rocher;Gérant;01 99 00 45 67;06 39 98 11 02;\n")]
    [InlineData(
        "ID Sellsy;Prénom;Propriétaire;NomFonction;Téléphone;Mobile;Note\n"
            + "500101;Camille;Hélène Aubrac;Fontanel;Acheteuse;01 99 00 12 34;06 39 98 11 01;\n500102;Bastien;Hélène Aubrac;Rocher;Gérant;01 99 00 45 67;06 39 98 11 02;\n")]
    public async Task Damaged_headings_are_refused_with_their_line(string text)
    {
        var failure = await Exports.FailureAsync(Encoding.UTF8.GetBytes(text));

        Assert.Equal(ErrorCodes.HeadingsDamaged, failure.Code);
        Assert.Equal([Exports.Name, "1"], failure.Arguments);
    }

    [Fact]
    public async Task Separators_behind_the_rows_stay_right() =>
        Assert.Equal(
            ["1 @2: 500101|Camille|Hélène Aubrac|Fontanel|Acheteuse|", "2 @3: 500102|Bastien|Hélène Aubrac|Rocher|Gérant|"],
            await Exports.TextsAsync(
                "ID Sellsy;Prénom;Propriétaire;Nom;Fonction\n500101;Camille;Hélène Aubrac;Fontanel;Acheteuse;\n500102;Bastien;Hélène Aubrac;Rocher;Gérant;\n"));

    [Theory]
    [InlineData("500101;Camille;Fontanel;;camille@exemple.example;Hélène Aubrac")]
    [InlineData("500101;Camille;Fontanel;rien;camille@exemple.example;")]
    [InlineData("500101;Camille;Fontanel;\"un\ndeux\";camille@exemple.example;Hélène Aubrac")]
    public async Task A_note_that_starts_with_a_line_break_is_valid(string above) =>
        Assert.Equal(
            [
                $"1 @2{(above.Contains('\n', StringComparison.Ordinal) ? "–3" : "")}: {above.Replace("\"", "", StringComparison.Ordinal).Replace(';', '|')}",
                "500102|Bastien|Rocher|\nRappeler lundi|bastien@exemple.example|Hélène Aubrac",
                "500103|Inès|Delorme|rien|ines@exemple.example|Hélène Aubrac",
            ],
            (await Exports.TextsAsync(
                $"ID Sellsy;Prénom;Nom;Note;E-mail;Propriétaire\n{above}\n500102;Bastien;Rocher;\"\nRappeler lundi\";bastien@exemple.example;Hélène Aubrac\n"
                    + "500103;Inès;Delorme;rien;ines@exemple.example;Hélène Aubrac\n"))
                .Select((row, index) => index == 0 ? row : row[(row.IndexOf(": ", StringComparison.Ordinal) + 2)..]));

    [Theory]
    [InlineData("\"\nRappeler\"")]
    [InlineData("\"\n\"")]
    [InlineData("\"\n\n; lundi\"")]
    [InlineData("\"\"\"\nRappeler\"\"\"")]
    public async Task A_last_note_that_starts_with_a_line_break_is_valid(string note)
    {
        var texts = await Exports.TextsAsync(Four + $"500101;Camille;Fontanel;Hélène Aubrac;rien\n500102;Bastien;Rocher;Hélène Aubrac;{note}\n500103;Inès;Delorme;Hélène Aubrac;rien\n");

        Assert.Equal(3, texts.Count);
        Assert.DoesNotContain(texts, row => row.Contains('!', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Rappeler ; lundi\nfin\"")]
    [InlineData("Rappeler ; lundi\nou mardi\nfin\"")]
    [InlineData("Rappeler ; lundi ; ou\nfin ; oui\"")]
    public async Task A_lost_quote_leaves_the_row_above_alone(string note)
    {
        var texts = await Exports.TextsAsync(Four + $"500101;Camille;Fontanel;Hélène Aubrac;rien\n500102;Bastien;Rocher;Hélène Aubrac;{note}\n500103;Inès;Delorme;Hélène Aubrac;rien\n");

        Assert.Equal("1 @2: 500101|Camille|Fontanel|Hélène Aubrac|rien", texts[0]);
        Assert.EndsWith(": 500103|Inès|Delorme|Hélène Aubrac|rien", texts[^1], StringComparison.Ordinal);
        Assert.All(texts[1..^1], row => Assert.Contains('!', row));
    }
}
