using System.Text;
using Cadence.SellsyImport.Tests.Files;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>Files in other code pages than those of Western Windows: read right with evidence, refused, or warned; never wrong letters in silence.</summary>
public sealed class CodePageCasesTests
{
    private const string Headings = "ID Sellsy;Prenom;Nom;E-mail;Proprietaire;Ville";

    private static readonly string[] French =
    [
        "Loïc;Dubois;Lyon", "Anaïs;Martel;Paris", "Jean;Rhône;Tain", "Hélène;Aubert;Nîmes", "Noël;Durand;Lille", "Benoît;Caron;Metz",
        "Luc;Hôtelier;Brest", "Paul;Voilà;Dax", "Zoé;Petit;Évry", "Raphaël;Mas;Alès", "Ugo;Brûler;Albi", "Théo;Lacôte;Sète", "Ève;Noir;Agde",
        "Ida;Bœuf;Gap", "Max;Où;Pau", "Guy;Castel;Mâcon", "Uwe;Müller;Köln",
    ];

    [Theory]
    [InlineData(850, "ibm850")]
    [InlineData(437, "ibm850")]
    [InlineData(10000, "macintosh")]
    [InlineData(1252, "windows-1252")]
    [InlineData(28605, "iso-8859-15")]
    public async Task A_file_of_french_names_is_read_right_in_any_code_page_and_the_evidence_is_reported(int codePage, string name)
    {
        // Code page 437 has no capitals with accents but É, and no DOS code page has œ.
        var rows = French.Where(row => codePage is not (850 or 437) || !row.Contains('œ', StringComparison.Ordinal))
            .Where(row => codePage != 437 || !row.StartsWith('È')).ToArray();
        await using var export = await Exports.OpenAsync(Encode(codePage, rows));

        Assert.Equal(name, export.Format.Encoding);
        Assert.Equal(
            rows.Select((row, index) => $"{index + 1} @{index + 2}: {string.Join('|', Cells(row, index))}"),
            (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        var found = Assert.Single(export.Format.Findings, finding => finding.Code == IssueCodes.EncodingFound);
        Assert.Equal([name, $"{rows.Count(row => !Ascii.IsValid(row))}", "0"], found.Arguments);
    }

    [Theory]
    [InlineData(850)]
    [InlineData(437)]
    [InlineData(10000)]
    public async Task Headings_with_accents_are_read_too(int codePage)
    {
        var bytes = CodePage(codePage).GetBytes("ID Sellsy;Prénom;Nom;Propriétaire;Société\r\n1;Hélène;Aubert;Hélène Brûlé;Forêt\r\n");
        await using var export = await Exports.OpenAsync(bytes);

        Assert.Equal(["ID Sellsy", "Prénom", "Nom", "Propriétaire", "Société"], export.Columns.Select(column => column.Heading));
        Assert.Equal(["1 @2: 1|Hélène|Aubert|Hélène Brûlé|Forêt"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
    }

    [Fact]
    public async Task A_file_that_may_be_in_two_code_pages_is_refused_row_by_row_and_both_are_named()
    {
        var rows = await Exports.TextsAsync([.. "ID Sellsy;Prenom;Nom\r\n1;Lo"u8, 0x8B, .. "c;Dubois\r\n2;Jean;Roux\r\n3;"u8, 0xD4, .. "ve;Noir\r\n"u8]);

        Assert.Equal(
            ["1 @2: !BytesUndecodable(26,windows-1252,ibm850, macintosh)", "2 @3: 2|Jean|Roux", "3 @4: !BytesUndecodable(52,windows-1252,ibm850, macintosh)"],
            rows);
    }

    [Fact]
    public async Task One_line_of_another_code_page_in_a_file_of_windows_1252_is_refused_and_the_code_page_is_named()
    {
        byte[] bytes = [.. Encode(1252, French[..12]), .. "99;Zo"u8, 0x82, .. ";Petit;a@b.example;Thomas Leroy;Lyon\r\n"u8];
        var rows = await Exports.TextsAsync(bytes);

        Assert.Equal($"13 @14: !BytesUndecodable({bytes.Length - 39},windows-1252,ibm850)", rows[^1]);
        Assert.All(rows[..^1], row => Assert.DoesNotContain('!', row));
    }

    [Theory]
    [InlineData(1254, "Ayşe;Yıldız;Güneş", "Doğan;Kılıç;Şahin", "Çelik;Öz;Ünal")]
    [InlineData(28599, "Ayşe;Yıldız;Güneş", "Doğan;Kılıç;Şahin", "Çelik;Öz;Ünal")]
    [InlineData(1250, "Michał;Wrzesiński;Łódź", "Paweł;Książek;Gdańsk", "Żaneta;Wiśniewska;Poznań")]
    [InlineData(28592, "Michał;Wrzesiński;Łódź", "Paweł;Książek;Gdańsk", "Żaneta;Wiśniewska;Poznań")]
    [InlineData(1251, "Иван;Петров;Москва", "Анна;Сидорова;Тверь", "Ольга;Попова;Омск")]
    public async Task Letters_that_no_french_text_has_are_warned_on_every_row(int codePage, params string[] rows)
    {
        var read = await Exports.TextsAsync(Encode(codePage, rows));

        Assert.Equal(rows.Length, read.Count);
        Assert.All(read, row => Assert.Matches("!EncodingDoubtful\\(windows-1252,(windows|iso)-|!BytesUndecodable", row));
    }

    [Fact]
    public async Task The_turkish_file_of_the_field_is_warned_on_both_rows()
    {
        var bytes = CodePage(1254).GetBytes(
            "CONTACT ID;PRENOM CONTACT;NOM CONTACT;PROPRIETAIRE;NOM SOCIETE\r\n500101;Ayşe;Yıldız;Helene Aubracx;Güneş\r\n500102;Doğan;Kılıç;Helene Aubracx;Şahin\r\n");

        Assert.Equal(
            [
                "1 @2: 500101|Ayþe|Yýldýz|Helene Aubracx|Güneþ!EncodingDoubtful(windows-1252,windows-1254, windows-1250)",
                "2 @3: 500102|Doðan|Kýlýç|Helene Aubracx|Þahin!EncodingDoubtful(windows-1252,windows-1254, windows-1250)",
            ],
            await Exports.TextsAsync(bytes));
    }

    [Fact]
    public async Task One_icelandic_contact_of_a_french_file_is_warned_alone()
    {
        var rows = await Exports.TextsAsync(Encode(1252, [.. French[..12], "Guðrún;Þórsdóttir;Reykjavík"]));

        Assert.All(rows[..^1], row => Assert.DoesNotContain('!', row));
        Assert.Contains("Guðrún|Þórsdóttir", rows[^1], StringComparison.Ordinal);
        Assert.Contains("!EncodingDoubtful(", rows[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12 m² et 3 m³, 1½ h, ¼ l")]
    [InlineData("l’hôtel « Étoile » – 5 °C, n°4, l´ami")]
    [InlineData("«mot»…fin, ±2 %, 12 £, 5 µm, ¿Qué?")]
    [InlineData("Nuño Ñandú, João São, Åsa Ørsted, Jürgen Groß")]
    [InlineData("RenÉ, DuÉtang, lundi–vendredi, 3e étage—gauche")]
    [InlineData("« œuvre », Œuvre, CŒUR, Žižek, Škoda, ŸVES")]
    public async Task What_people_write_in_windows_1252_is_read_without_a_word(string note)
    {
        var rows = await Exports.TextsAsync(CodePage(1252).GetBytes($"ID Sellsy;Prénom;Nom;Note\n1;Zoé;Brûlé;{note}\n"));

        Assert.Equal([$"1 @2: 1|Zoé|Brûlé|{note}"], rows);
    }

    [Fact]
    public async Task Controls_that_are_characters_of_windows_1252_are_read_as_these_with_a_warning()
    {
        var text = "ID Sellsy;Prénom;Nom;Propriétaire;Société\n500101;Camille;Fontanel;Hélène Aubrac;C\u009Cur de Ville\n"
            + "500102;Bastien;Rocher;Hélène Aubrac;L\u0092Atelier à 5 \u0080\n500103;Inès;Delorme;Hélène Aubrac;Quai Neuf\n500104;Max;Noir;x;\u0081\u009C\n";

        Assert.Equal(
            [
                "1 @2: 500101|Camille|Fontanel|Hélène Aubrac|Cœur de Ville!ControlCharacterRead(U+009C)",
                "2 @3: 500102|Bastien|Rocher|Hélène Aubrac|L’Atelier à 5 €!ControlCharacterRead(U+0092)",
                "3 @4: 500103|Inès|Delorme|Hélène Aubrac|Quai Neuf",
                "4 @5: !ControlCharacter(U+0081)",
            ],
            await Exports.TextsAsync(text));
    }

    [Fact]
    public async Task Controls_among_the_headings_and_in_the_owner_are_read_as_characters_too()
    {
        using var host = new ImportHost(users: new Cadence.SellsyImport.Testing.FixedUserProvider(new CadenceUser("u", "Zoé", "D’Œuvre")));
        var source = ImportSource.FromBytes(
            "contacts.csv", Encoding.UTF8.GetBytes("ID Sellsy;Prénom;Propriétaire;Chef d\u0092\u009Cuvre\n1;Anne;Zoé D\u0092\u008Cuvre;x\n"));
        var plan = await host.PreviewAsync(source);

        Assert.Equal("Chef d’œuvre", plan.Facts.Columns[3].Heading);
        Assert.Equal(1, plan.Counts.Blank);
        Assert.Contains(plan.Issues, issue => issue is { Code: IssueCodes.ControlCharacterRead, Count: 1 });
    }

    private static byte[] Encode(int codePage, string[] rows) => CodePage(codePage).GetBytes(
        $"{Headings}\r\n{string.Concat(rows.Select((row, index) => string.Join(';', Cells(row, index)) + "\r\n"))}");

    private static string[] Cells(string row, int index) =>
        row.Split(';') is [var first, var last, var town] ? [$"{720_000 + index}", first, last, $"x{index}@t.example", "Thomas Leroy-Dumas", town] : [];

    private static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;
}
