using System.Text;
using Cadence.SellsyImport.Tests.Documents;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>
/// One character of the headings is damaged in every way at every place: the file is refused, or no value is under another heading and no
/// row goes uncounted.
/// </summary>
public sealed class HeadingDamageTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Files of other programs, and another list of Sellsy: refused as they are.</summary>
    private static readonly string[] RefusedFiles = ["domain-axonaut", "domain-brevo-fr", "domain-parts", "domain-pipedrive-list-fr", "domain-zoho-en-old"];

    /// <summary>The files from the field and the samples with headings that are right, by their names.</summary>
    private static readonly Dictionary<string, string> FieldFiles =
        new[] { Repository.PathOf("tests", "Cadence.SellsyImport.Tests", "Cases", "Files"), Repository.PathOf("samples", "data") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csv"))
            .Where(path => !path.Contains("users", StringComparison.Ordinal) && !path.Contains("headings-", StringComparison.Ordinal) && !path.Contains("lost-quote", StringComparison.Ordinal))
            .Where(path => System.Text.Unicode.Utf8.IsValid(File.ReadAllBytes(path)))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path))
            .Where(file => !RefusedFiles.Contains(file.Key)).ToDictionary();

    private const string List = "ID Sellsy;Prénom;Propriétaire;Nom;Fonction;Téléphone;Mobile;Note";

    private const string LastIsBlank =
        "500101;Camille;Hélène Brûlé;Fontanel;Acheteuse;01 99 00 12 34;06 39 98 11 01;\n"
        + "500102;Bastien;Hélène Brûlé;Rocher;Gérant;01 99 00 45 67;06 39 98 11 02;\n"
        + "500103;Inès;Hélène Brûlé;Delorme;Comptable;04 65 71 22 33;06 39 98 11 03;\n";

    private const string Short = "ID Sellsy;Prénom;Propriétaire;Nom;Fonction;Note";

    private const string Quoted =
        "500101;Camille;Hélène Brûlé;Fontanel;Acheteuse;\"salon ; à rappeler\"\n500102;Bastien;Hélène Brûlé;Rocher;Gérant;\n"
        + "500103;Inès;Hélène Brûlé;Delorme;Comptable;\n";

    public static TheoryData<string, string, string> Files => new()
    {
        { "the last column is blank", List, LastIsBlank },
        { "a quoted note", Short, Quoted },
        { "a note that starts with a line break", Short, "500100;Zoé;Hélène Brûlé;Petit;Gérant;\"\nRappeler\"\n" + Quoted },
        { "a note that starts with a separator", Short, "500100;Zoé;Hélène Brûlé;Petit;Gérant;\"; oui\"\n" + Quoted },
        { "separators behind the rows", Short, Quoted.Replace("\n", ";\n", StringComparison.Ordinal) },
        { "separators behind all lines", Short + ";;", Quoted.Replace("\n", ";;\n", StringComparison.Ordinal) },
        { "two separators behind the rows", Short, Quoted.Replace("\n", ";;\n", StringComparison.Ordinal) },
        { "everything is quoted", Quote(List), Quote(LastIsBlank) },
        { "everything is quoted, separators behind the rows", Quote(List), Quote(LastIsBlank).Replace("\n", ";\n", StringComparison.Ordinal) },
        { "one heading is quoted", List.Replace("Fonction", "\"Fonction\"", StringComparison.Ordinal), LastIsBlank },
        { "a heading with a separator", List.Replace("Fonction", "\"Fonction ; poste\"", StringComparison.Ordinal), LastIsBlank },
        { "a heading with a line break", List.Replace("Téléphone", "\"Télé\nphone\"", StringComparison.Ordinal), LastIsBlank },
        { "headings of the import template", "CONTACT ID;PRENOM CONTACT;PROPRIETAIRE;NOM CONTACT;FONCTION CONTACT;TELEPHONE CONTACT;MOBILE CONTACT;CONTACT NOTE", LastIsBlank },
        { "English headings", "Sellsy ID;First name;Owner;Name;Position;Phone;Mobile;Note", LastIsBlank },
        { "headings in lower case", "id sellsy;prénom;propriétaire;nom;fonction;téléphone;mobile;note", LastIsBlank },
        { "the id is not first", "Prénom;ID Sellsy;Nom;Propriétaire;Note", "Camille;500101;Fontanel;Hélène Brûlé;\nBastien;500102;Rocher;Hélène Brûlé;\n" },
        { "headings of one's own", "ID Sellsy;Prénom;Propriétaire;Secteur;Nom;Origine du contact;Note", "1;Zoé;Hélène Brûlé;BTP;Petit;Salon;\n2;Ali;Hélène Brûlé;BTP;Roux;Salon;\n" },
        { "few columns", "ID Sellsy;Prénom;Propriétaire", "1;Zoé;Hélène Brûlé\n2;Ali;Hélène Brûlé\n" },
        { "few columns, the last blank", "ID Sellsy;Propriétaire;Prénom;Nom", "1;Hélène Brûlé;Zoé;\n2;Hélène Brûlé;Ali;\n" },
        { "glued exports", List, LastIsBlank + List + "\n" + LastIsBlank.Replace("5001", "6001", StringComparison.Ordinal) },
        { "glued exports, the id is not first", "Prénom;ID Sellsy;Nom;Propriétaire;Note", "Camille;501;Fontanel;Hélène Brûlé;\nPrénom;ID Sellsy;Nom;Propriétaire;Note\nBastien;502;Rocher;Hélène Brûlé;\n" },
        { "one row", List, LastIsBlank[..(LastIsBlank.IndexOf('\n', StringComparison.Ordinal) + 1)] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_value_comes_under_another_heading_and_no_row_goes_uncounted(string kind, string headings, string rows)
    {
        Assert.NotEmpty(kind);
        using var host = new ImportHost();
        foreach (var separator in ";,\t|")
        {
            foreach (var (before, lineEnd) in new[] { ("", "\n"), ($"Contacts du 02/03/2026\n", "\r\n"), ("", "\r") })
            {
                string File(string line) => (before + line + "\n" + rows).Replace(';', separator).Replace("\n", lineEnd);
                var clean = await ReadAsync(host, File(headings));
                Assert.NotNull(clean);
                foreach (var damaged in Damages(headings).Distinct().Select(File))
                {
                    if (await ReadAsync(host, damaged) is { } read)
                    {
                        AssertSame(clean, read, damaged);
                    }
                }
            }
        }
    }

    public static TheoryData<string> FilesOfTheField => [.. FieldFiles.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(FilesOfTheField))]
    public async Task No_value_of_a_file_from_the_field_comes_under_another_heading_whatever_its_encoding(string name)
    {
        var text = File.ReadAllText(FieldFiles[name], Strict);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var (headings, rest) = (text[..end].TrimEnd('\r'), text[end..]);
        var separator = headings.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        using var host = new ImportHost();
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            var clean = await ReadAsync(host, text, encoding);
            Assert.NotNull(clean);
            foreach (var damaged in Damages(headings, separator).Distinct().Where((_, index) => index % LongProof.Count(9, 1) == 0))
            {
                if (await ReadAsync(host, damaged + rest, encoding) is { } read)
                {
                    AssertSame(clean, read, damaged + rest);
                }
            }
        }
    }

    [Theory]
    [InlineData(',', ';')]
    [InlineData(';', ',')]
    [InlineData('\t', ';')]
    [InlineData('|', '\t')]
    public async Task Headings_under_another_separator_than_the_rows_are_refused_or_read_right(char ofHeadings, char ofRows)
    {
        using var host = new ImportHost();
        var clean = await ReadAsync(host, List + "\n" + LastIsBlank);

        foreach (var headings in new[] { List, Quote(List) })
        {
            var text = headings.Replace(';', ofHeadings) + "\n" + LastIsBlank.Replace(';', ofRows);
            if (await ReadAsync(host, text) is { } read)
            {
                AssertSame(clean!, read, text);
            }
        }
    }

    [Theory]
    [InlineData("ID Sellsy;Prénom;Nom\n1;Zoé;Petit;\n2;Ali;Roux;\n", 2)]
    [InlineData("ID Sellsy;Prénom;Nom\n1;Zoé;Petit;\n2;Ali;Roux;x\n3;Léa;Noir;\n", 0)]
    public async Task What_stands_behind_the_headings_is_blank_in_every_row_of_the_file(string text, int rows)
    {
        Assert.Equal(rows, (await Exports.TextsAsync(text)).Count(row => !row.Contains('!', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2;Al;i;Roux;")]
    [InlineData("2;Ali;Roux")]
    [InlineData("2;Ali")]
    [InlineData("2;Al\"i;Roux;")]
    public async Task A_damaged_row_of_a_file_with_separators_behind_the_rows_changes_no_other(string damaged)
    {
        var texts = await Exports.TextsAsync($"ID Sellsy;Prénom;Nom\n1;Zoé;Petit;\n{damaged}\n3;Léa;Noir;\n");

        Assert.Equal(["1 @2: 1|Zoé|Petit|", "3 @4: 3|Léa|Noir|"], [texts[0], texts[2]]);
        Assert.Contains("!", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_behind_the_headings_far_down_is_an_error_of_its_row()
    {
        var rows = string.Concat(Enumerable.Range(1, 150).Select(row => $"{row};Zoé;Petit;\n"));
        var texts = await Exports.TextsAsync("ID Sellsy;Prénom;Nom\n" + rows + "151;Ali;Roux;x\n152;Léa;Noir;\n");

        Assert.Equal(["151 @152: !FieldCountDiffers(4,3)", "152 @153: 152|Léa|Noir|"], texts[150..]);
    }

    [Theory]
    [InlineData("ID S;ellsy;Prénom;Nom", "1;Zoé;Petit\n2;Ali;Ro;ux\n3;Léa;Noir\n")]
    [InlineData("ID Sellsy;Prénom;Coule;ur", "1;Zoé;vert\n2;Ali;ro;ux\n3;Léa;bleu\n")]
    [InlineData("ID SELLSY;PRENOM;COULE;UR", "1;ZOE;\n2;ALI;RO;UX\n3;LEA;BLEU\n")]
    public async Task Headings_with_a_separator_too_many_are_damaged_although_a_damaged_row_has_as_many_fields(string headings, string rows)
    {
        var failure = await Exports.FailureAsync(Encoding.UTF8.GetBytes($"{headings}\n{rows}"));

        Assert.Equal((ErrorCodes.HeadingsDamaged, "1"), (failure.Code, failure.Arguments[1]));
    }

    [Fact]
    public async Task Headings_that_a_line_break_cut_in_two_are_damaged()
    {
        const string Cut = "ID Sellsy;Prénom;No";
        var failure = await Exports.FailureAsync(Encoding.UTF8.GetBytes($"{Cut}\nm;Note\n1;Zoé;Petit;a\n2;Ali;Roux;b\n"));

        Assert.Equal((ErrorCodes.HeadingsDamaged, "1"), (failure.Code, failure.Arguments[1]));
    }

    private static void AssertSame(List<Dictionary<string, string>?> clean, List<Dictionary<string, string>?> read, string file)
    {
        Assert.True(read.Count == clean.Count, $"{read.Count} rows, expected {clean.Count}:\n{file}");
        foreach (var (index, row) in read.Index())
        {
            foreach (var (field, value) in row ?? Nothing)
            {
                Assert.True(clean[index]?.GetValueOrDefault(field, "") == value, $"{field} of row {index + 1} is “{value}”:\n{file}");
            }
        }
    }

    private static IEnumerable<string> Damages(string headings, char separator = ';')
    {
        for (var at = 0; at <= headings.Length; at++)
        {
            yield return headings.Insert(at, "\"");
            yield return headings.Insert(at, $"{separator}");
            if (at < headings.Length && (headings[at] == '"' || headings[at] == separator))
            {
                yield return headings.Remove(at, 1);
            }
        }
    }

    /// <summary>The values of each row by their fields, null for a row in error; null if the file is refused.</summary>
    private static async Task<List<Dictionary<string, string>?>?> ReadAsync(ImportHost host, string text, Encoding? encoding = null)
    {
        byte[] bytes = encoding is null ? Encoding.UTF8.GetBytes(text) : [.. encoding.Preamble, .. encoding.GetBytes(text)];
        try
        {
            var mapping = (await host.Importer.OpenAsync(ImportSource.FromBytes(Exports.Name, bytes), ImportHost.Cancellation)).Suggestion.Mapping;
            await using var export = await Exports.OpenAsync(bytes);
            var columns = mapping.Assignments.Select(assignment => (assignment.Field.Name, assignment.Column!.Index)).ToArray();
            return (await Exports.RowsAsync(export)).ConvertAll(row => row.IsDamaged
                ? null
                : columns.GroupBy(column => column.Name).ToDictionary(field => field.Key, field => string.Join('|', field.Select(column => row[column.Index]))));
        }
        catch (SellsyImportException exception)
        {
            Assert.Contains(exception.Code, new[] { ErrorCodes.HeadingsDamaged, ErrorCodes.HeadingsNotFound, ErrorCodes.ExportOfAnotherProgram, ErrorCodes.ExportOfAnotherKind });
            return null;
        }
    }

    private static string Quote(string lines) =>
        string.Join('\n', lines.Split('\n').Select(line => line.Length == 0 ? "" : $"\"{line.Replace(";", "\";\"", StringComparison.Ordinal)}\""));
}
