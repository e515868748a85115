using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using CsvHelper;
using Xunit;

namespace Cadence.SellsyImport.Tests.Testing;

public sealed class SellsyExportGeneratorTests
{
    [Theory]
    [InlineData(HeadingFamily.ImportTemplate, 40)]
    [InlineData(HeadingFamily.FrenchList, 36)]
    [InlineData(HeadingFamily.EnglishList, 36)]
    public void An_export_reads_back_with_all_its_rows_and_fields(HeadingFamily family, int columns)
    {
        var generator = new SellsyExportGenerator(new() { Rows = 500, Family = family });

        var (headings, rows) = Read(generator, ';');

        Assert.Equal(columns, headings.Length);
        Assert.Equal(generator.Headings, headings);
        Assert.Equal(500, rows.Count);
        Assert.All(rows, row => Assert.Equal(columns, row.Length));
    }

    [Fact]
    public void Family_A_starts_with_the_columns_of_a_real_export_in_their_order()
    {
        var generator = new SellsyExportGenerator(new() { Rows = 0, Family = HeadingFamily.ImportTemplate });

        Assert.Equal(
            "CONTACT ID;PRENOM CONTACT;NOM CONTACT;CIVILITE CONTACT;DATE DE CREATION;DATE DE DERNIERE MODIFICATION;FONCTION CONTACT;"
            + "EMAIL CONTACT;TELEPHONE CONTACT;MOBILE CONTACT;CONTACT NOTE;ID SOCIETE SELLSY;TYPE SOCIETE;NOM SOCIETE;EMAIL SOCIETE",
            string.Join(';', generator.Headings.Take(15)));
        Assert.DoesNotContain(SellsyExportColumn.Owner, generator.Columns);
    }

    [Fact]
    public void The_same_options_give_the_same_bytes_and_another_seed_gives_others()
    {
        var options = new SellsyExportOptions { Seed = 7, Rows = 300 };

        var bytes = new SellsyExportGenerator(options).ToBytes();

        Assert.Equal(bytes, new SellsyExportGenerator(options).ToBytes());
        Assert.NotEqual(bytes, new SellsyExportGenerator(options with { Seed = 8 }).ToBytes());
    }

    [Fact]
    public void The_bytes_are_those_of_every_other_machine()
    {
        var options = new SellsyExportOptions
        {
            Rows = 2,
            QuoteEveryCell = false,
            NewLine = NewLineStyle.Lf,
            Columns =
            [
                SellsyExportColumn.ContactId, SellsyExportColumn.FirstName, SellsyExportColumn.LastName, SellsyExportColumn.Phone,
                SellsyExportColumn.Company, SellsyExportColumn.Owner,
            ],
        };

        Assert.Equal(
            """
            ID Sellsy;Prénom;Nom;Téléphone;Client / prospects / fournisseurs liés;Propriétaire
            10000001;Benoît;;;Établissements Lefèvre & Fils SARL;Hélène LEFÈVRE
            10000002;Benoît;Hubert-Roy;;Ateliers Pélissier de Bresse SAS;Zoé CRÉPIN

            """,
            Encoding.UTF8.GetString(new SellsyExportGenerator(options).ToBytes()));
    }

    [Fact]
    public async Task Writing_asynchronously_gives_the_same_bytes()
    {
        var generator = new SellsyExportGenerator(new() { Rows = 400 });
        using var written = new MemoryStream();

        await generator.WriteAsync(written, TestContext.Current.CancellationToken);

        Assert.Equal(generator.ToBytes(), written.ToArray());
    }

    [Fact]
    public void The_choice_of_columns_does_not_change_what_stands_in_them()
    {
        var all = Read(new SellsyExportGenerator(new() { Rows = 50 }), ';').Rows;
        var generator = new SellsyExportGenerator(new() { Rows = 50, Columns = [SellsyExportColumn.City, SellsyExportColumn.LastName] });
        var city = generator.Headings.IndexOf("Ville");

        var rows = Read(generator, ';').Rows;

        Assert.Equal(0, city);
        Assert.Equal(all.Select(row => row[2]), rows.Select(row => row[1]));
    }

    [Theory]
    [InlineData(SellsyExportEncoding.Utf8, "")]
    [InlineData(SellsyExportEncoding.Utf8WithByteOrderMark, "EFBBBF")]
    [InlineData(SellsyExportEncoding.Windows1252, "")]
    [InlineData(SellsyExportEncoding.Utf16, "FFFE")]
    public void Every_encoding_holds_the_same_text(SellsyExportEncoding encoding, string byteOrderMark)
    {
        var options = new SellsyExportOptions { Rows = 200 };
        var expected = Encoding.UTF8.GetString(new SellsyExportGenerator(options).ToBytes());
        var mark = Convert.FromHexString(byteOrderMark);

        var bytes = new SellsyExportGenerator(options with { Encoding = encoding }).ToBytes();

        Assert.Equal(mark, bytes[..mark.Length]);
        Assert.Equal(expected, Decoder(encoding).GetString(bytes, mark.Length, bytes.Length - mark.Length));
        Assert.Contains("é", expected, StringComparison.Ordinal);
        Assert.Contains("œ", expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(';', NewLineStyle.CrLf, true)]
    [InlineData(',', NewLineStyle.Lf, false)]
    [InlineData('\t', NewLineStyle.Cr, false)]
    [InlineData('|', NewLineStyle.Lf, true)]
    public void Separator_line_end_and_quoting_change_the_bytes_but_not_the_values(char separator, NewLineStyle newLine, bool quoteEveryCell)
    {
        var options = new SellsyExportOptions { Rows = 300, MultilineNoteShare = 0.5 };
        var expected = Read(new SellsyExportGenerator(options), ';').Rows;

        var rows = Read(
            new SellsyExportGenerator(options with { Separator = separator, NewLine = newLine, QuoteEveryCell = quoteEveryCell }),
            separator).Rows;

        Assert.Equal(expected, rows);
        Assert.Contains(rows, row => row.Any(cell => cell.Contains('\n', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_row_of_all_columns_has_about_the_size_of_a_real_one()
    {
        var size = new SellsyExportGenerator(new() { Rows = 2_000 }).ToBytes().Length / 2_000;

        Assert.InRange(size, 400, 450);
    }

    [Fact]
    public void Owners_and_companies_are_as_many_as_asked_for()
    {
        var generator = new SellsyExportGenerator(new()
        {
            Rows = 3_000,
            Owners = 40,
            Companies = 700,
            BlankShare = 0,
            Columns = [SellsyExportColumn.Owner, SellsyExportColumn.Company, SellsyExportColumn.CompanyId],
        });

        var rows = Read(generator, ';').Rows;

        Assert.Equal(40, rows.Select(row => row[0]).Distinct().Count());
        Assert.Equal(700, rows.Select(row => row[1]).Distinct().Count());
        Assert.Equal(700, rows.Select(row => row[2]).Distinct().Count());
        Assert.Equal(700, rows.Select(row => (row[1], row[2])).Distinct().Count());
        Assert.Equal(
            generator.Users.Select(user => $"{user.FirstName} {user.LastName.ToUpperInvariant()}").Order(StringComparer.Ordinal),
            rows.Select(row => row[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_users_have_one_name_even_where_the_order_of_its_parts_does_not_count()
    {
        var users = new SellsyExportGenerator(new() { Owners = 100_000 }).Users;

        var names = users.Select(user => string.Join(' ', user.FullName.ToLowerInvariant().Split(' ', '-').Order(StringComparer.Ordinal)));

        Assert.Equal(100_000, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(100_000, users.Select(user => user.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(100_000, users.Select(user => user.SellsyId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_hundred_thousand_companies_have_a_hundred_thousand_names()
    {
        var generator = new SellsyExportGenerator(new()
        {
            Rows = 100_000,
            Companies = 100_000,
            BlankShare = 0,
            Columns = [SellsyExportColumn.Company],
        });

        Assert.Equal(100_000, Read(generator, ';').Rows.Select(row => row[0]).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 100)]
    [InlineData(0.3, 30)]
    public void Blank_cells_have_their_share_and_never_take_what_a_lead_needs(double share, int percent)
    {
        var generator = new SellsyExportGenerator(new()
        {
            Rows = 5_000,
            BlankShare = share,
            Columns = [SellsyExportColumn.ContactId, SellsyExportColumn.FirstName, SellsyExportColumn.Owner, SellsyExportColumn.Email],
        });

        var rows = Read(generator, ';').Rows;

        Assert.All(rows, row => Assert.All(row[..3], Assert.NotEmpty));
        Assert.InRange(rows.Count(row => row[3].Length == 0) / 50, percent - 3, percent + 3);
    }

    [Fact]
    public void Every_contact_has_an_id_of_its_own_and_every_siret_its_check_digits()
    {
        var generator = new SellsyExportGenerator(new()
        {
            Rows = 1_000,
            BlankShare = 0,
            Columns = [SellsyExportColumn.ContactId, SellsyExportColumn.Siret],
        });

        var rows = Read(generator, ';').Rows;

        Assert.Equal(1_000, rows.Select(row => row[0]).Distinct().Count());
        Assert.All(rows, row => Assert.Equal((14, 0, 0), (row[1].Length, LuhnSum(row[1]) % 10, LuhnSum(row[1][..9]) % 10)));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_rows()
    {
        var (small, large) = (new CountingStream(), new CountingStream());
        AllocatedBy(5_000, small);

        var more = AllocatedBy(60_000, large) - AllocatedBy(5_000, small);

        Assert.InRange(more, -10_000, 10_000);
        Assert.InRange(large.Bytes, 20_000_000, 30_000_000);
    }

    [Fact]
    public void An_option_out_of_its_range_is_refused_with_what_was_expected()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new SellsyExportGenerator(new() { Owners = 0 }));

        Assert.Equal("Owners is 0; 1 to 100,000 is expected. (Parameter 'Owners')", exception.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SellsyExportGenerator(new() { Family = HeadingFamily.Mixed }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SellsyExportGenerator(new() { Separator = '"' }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SellsyExportGenerator(new() { BlankShare = 1.5 }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new SellsyExportGenerator(new() { Columns = [SellsyExportColumn.City, SellsyExportColumn.City] }));
    }

    private static long AllocatedBy(long rows, Stream destination)
    {
        var generator = new SellsyExportGenerator(new() { Rows = rows });
        var before = GC.GetAllocatedBytesForCurrentThread();
        generator.Write(destination);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static (string[] Headings, List<string[]> Rows) Read(SellsyExportGenerator generator, char separator)
    {
        using var reader = CsvReader.Create(
            generator.ToBytes(),
            new CsvReaderOptions
            {
                Separator = separator,
                MalformedData = CsvMalformedDataHandling.Throw,
                FieldCountMismatch = CsvFieldCountHandling.Throw,
            });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return ([.. reader.Headers], rows);
    }

    private static Encoding Decoder(SellsyExportEncoding encoding) => encoding switch
    {
        SellsyExportEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        SellsyExportEncoding.Utf16 => Encoding.Unicode,
        _ => Encoding.UTF8,
    };

    private static int LuhnSum(string digits) => digits.Reverse()
        .Select((digit, index) => (digit - '0') * (1 + (index % 2)))
        .Sum(value => value > 9 ? value - 9 : value);
}
