using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Tests.Files;
using Cadence.SellsyImport.Tests.Importing;
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

    [Theory]
    [InlineData(Four + "500101;Camille;Fontanel;Hélène Brûlé;rien\n;;;;\n;;;;\n", 1, "2")]
    [InlineData(
        "ID Sellsy;Prénom;Nom;E-mail;Propriétaire;Société\r\n690001;Léo1;Test1;leo1@t.example;Hélène Brûlé;A\r\n;;;;;\r\n"
            + "690002;Léo2;Test2;leo2@t.example;Hélène Brûlé;B\r\n;;;;;\r\n;;;;;\r\n ; ; ; ; ; \r\n\u00A0;;;;;\r\n",
        2,
        "5")]
    [InlineData("ID Sellsy,Prénom,Propriétaire\n,,\n\"\",\"\",\"\"\n1,Zoé,Hélène Brûlé\n,,,,\n", 1, "3")]
    public async Task Lines_of_separators_are_no_rows_and_a_finding_counts_them(string text, int rows, string lines)
    {
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(ImportHost.Source(text));

        Assert.Equal(new StatusCounts(Blank: rows, Active: 0, Error: 0), plan.Counts);
        Assert.Equal([lines], Assert.Single(plan.Findings, finding => finding.Code == IssueCodes.BlankRows).Arguments);
    }

    [Fact]
    public async Task A_file_with_lines_of_separators_and_no_row_has_no_rows() =>
        Assert.Equal(ErrorCodes.FileWithoutRows, (await Exports.FailureAsync(Encoding.UTF8.GetBytes(Four + ";;;;\n\u00A0;;;;\n"))).Code);

    [Fact]
    public async Task Rows_without_the_separators_at_their_end_are_refused_and_one_finding_counts_them()
    {
        using var host = new ImportHost();
        var rows = Enumerable.Range(730_000, 80).Select(id => $"{id};Léo;Test;leo{id}@t.example;Hélène Brûlé{(id < 730_031 ? ";;;" : "")}\r\n");
        var plan = await host.PreviewAsync(ImportHost.Source("ID Sellsy;Prénom;Nom;E-mail;Propriétaire;LinkedIN;Note;Date de création\r\n" + string.Concat(rows)));

        Assert.Equal(new StatusCounts(Blank: 31, Active: 0, Error: 49), plan.Counts);
        Assert.Equal(["49"], Assert.Single(plan.Findings, finding => finding.Code == IssueCodes.ShortRows).Arguments);
    }

    [Theory]
    [InlineData("ID Sellsy;Prénom;Nom;E-mail;Téléphone;Propriétaire", "Sellsy ID;First name;Name;Email;Phone;Owner")]
    [InlineData("ID Sellsy;Prénom;Nom;E-mail;Téléphone;Propriétaire", "id;first_name;last_name;email;phone_number;owner")]
    [InlineData("ID Sellsy;Prénom;Nom;E-mail;Téléphone;Propriétaire", "contact_id;people.first;people.last;people.mail;tel_1;user_name")]
    [InlineData("ID Sellsy;Prénom;Nom;E-mail;Téléphone;Propriétaire", "Kontakt-ID;Vorname;Name;E-Mail;Telefon;Besitzer")]
    [InlineData("ID Sellsy;Prénom;Nom;E-mail;Téléphone;Propriétaire", "Sellsy ID;First name;Name;Email;Phone;Owner\r\nid;first_name;last_name;email;phone_number;owner")]
    [InlineData("Sellsy ID;First name;Name;Email;Phone;Owner", "ID Sellsy;Prénom;Nom;E-mail;Téléphone;Propriétaire")]
    public async Task A_second_heading_line_is_no_row(string headings, string second)
    {
        await using var export = await Exports.OpenAsync(
            $"{headings}\r\n{second}\r\n680001;Lucie;Brémont;lucie@bremont.example;0546778899;Hélène Brûlé\r\n680002;Marc;Ollivier;m@o.example;;Hélène Brûlé\r\n");
        var rows = await Exports.RowsAsync(export);

        var last = 2 + second.Count(character => character == '\n');
        Assert.Equal(
            [$"1 @{last + 1}: 680001|Lucie|Brémont|lucie@bremont.example|0546778899|Hélène Brûlé", $"2 @{last + 2}: 680002|Marc|Ollivier|m@o.example||Hélène Brûlé"],
            rows.ConvertAll(Exports.Text));
        Assert.Equal(new LineRange(1, last), export.Format.HeadingLines);
        Assert.Equal(["2", $"{last}"], Assert.Single(export.Format.Findings, finding => finding.Code == IssueCodes.HeadingLinesBelow).Arguments);
    }

    [Theory]
    [InlineData("Sellsy ID;Name;First name;Owner", "HeadingsChange")]
    [InlineData("x12;jean_paul;petit_jean;durand", "")]
    [InlineData("Zoé;Petit;Durand;Hélène", "")]
    public async Task A_line_below_the_headings_that_is_not_the_same_in_another_form_is_a_row(string second, string issue)
    {
        var rows = await Exports.TextsAsync($"ID Sellsy;Prénom;Nom;Propriétaire\n{second}\n1;Zoé;Petit;Hélène Brûlé\n");

        Assert.Equal(2, rows.Count);
        Assert.Contains(issue, rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nom_de_famille_is_the_last_name_beside_a_column_of_whole_names()
    {
        using var host = new ImportHost();
        var overview = await host.Importer.OpenAsync(
            ImportHost.Source(
                "ID Sellsy;Nom;Prénom;Nom de famille;E-mail;Propriétaire;Société\n770001;Lucie Brémont;Lucie;Brémont;lucie@bremont.example;Hélène Brûlé;Phare\n"
                    + "770002;Marc Ollivier;Marc;Ollivier;marc@ollivier.example;Hélène Brûlé;Phare\n"),
            ImportHost.Cancellation);

        Assert.Equal("Nom de famille", overview.Suggestion.Mapping.Find(LeadFields.LastName)!.Column!.Heading);
        Assert.Contains(overview.Suggestion.Findings, finding => finding.Code == IssueCodes.ColumnsCompete && finding.Arguments.Contains("Nom"));
    }

    [Theory]
    [InlineData("SociÃ©tÃ© crÃ©Ã©e Ã Lyon")]
    [InlineData("DÃ©jÃ cliente, c’est notÃ©")]
    [InlineData("SociÃ©tÃ© crÃ©Ã©e")]
    [InlineData("Pr├®nom")]
    public async Task Garbled_text_is_warned_wherever_the_rest_of_the_cell_comes_from(string note)
    {
        using var host = new ImportHost();
        var row = Assert.Single(await host.RowsAsync(Four + $"500101;Camille;Fontanel;Hélène Brûlé;{note}\n"));

        Assert.Equal(RowStatus.Blank, row.Status);
        Assert.Contains(row.Issues, issue => issue is { Code: IssueCodes.TextGarbled, Field: "Note" });
    }
}
