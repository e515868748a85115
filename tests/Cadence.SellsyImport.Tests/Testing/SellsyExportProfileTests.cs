using System.Security.Cryptography;
using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using CsvHelper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Cadence.SellsyImport.Testing.SellsyExportColumn;

namespace Cadence.SellsyImport.Tests.Testing;

public sealed class SellsyExportProfileTests
{
    private const int Rows = 2_000;

    public static TheoryData<string> Profiles => [nameof(SellsyExportProfile.Clean), nameof(SellsyExportProfile.Ordinary), nameof(SellsyExportProfile.EverythingAtOnce)];

    [Fact]
    public void The_clean_export_of_the_default_options_has_the_bytes_that_it_always_had() => Assert.Equal(
        "097C69B330AE4C282249FD564EC8B55A702FD5C8587DAFE21AD6D5FCD9F2F136",
        Convert.ToHexString(SHA256.HashData(new SellsyExportGenerator(new() { Rows = 300 }).ToBytes())));

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task The_preview_finds_an_error_exactly_on_the_rows_that_the_generator_names(string name)
    {
        var generator = new SellsyExportGenerator(new() { Seed = 5, Rows = Rows, Companies = 300, Profile = Profile(name) });
        await using var services = Services(generator);
        var importer = services.GetRequiredService<ISellsyImporter>();

        var plan = await PreviewAsync(importer, generator);
        var rows = await importer.ReadPreviewAsync(generator.ToSource(), plan, cancellationToken: TestContext.Current.CancellationToken)
            .ToArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Rows, rows.Length);
        Assert.Equal(Enumerable.Range(1, Rows).Select(row => $"{row} {generator.KindOf(row)}"), rows.Select(row => $"{row.Number} {KindOf(row)}"));
    }

    [Theory]
    [InlineData(SellsyExportEncoding.Utf8WithByteOrderMark, NewLineStyle.CrLf)]
    [InlineData(SellsyExportEncoding.Windows1252, NewLineStyle.Lf)]
    [InlineData(SellsyExportEncoding.Utf16, NewLineStyle.CrLf)]
    [InlineData(SellsyExportEncoding.Utf16BigEndian, NewLineStyle.Cr)]
    public async Task An_ordinary_export_in_any_encoding_has_the_errors_that_the_generator_names(SellsyExportEncoding encoding, NewLineStyle newLine)
    {
        var generator = new SellsyExportGenerator(new()
        {
            Rows = Rows,
            Encoding = encoding,
            NewLine = newLine,
            QuoteEveryCell = false,
            Profile = SellsyExportProfile.Ordinary with { StrayQuoteShare = 0.01, ShortRowShare = 0.01, MissingQuoteShare = 0 },
        });
        await using var services = Services(generator);

        var plan = await PreviewAsync(services.GetRequiredService<ISellsyImporter>(), generator);

        Assert.Equal(Rows, plan.Rows);
        Assert.Equal(Enumerable.Range(1, Rows).Count(row => generator.KindOf(row) != SellsyExportRowKind.Importable), plan.Counts.Error);
    }

    [Fact]
    public void Every_profile_but_the_clean_one_has_rows_of_every_kind() => Assert.All(
        [SellsyExportProfile.Ordinary, SellsyExportProfile.EverythingAtOnce],
        profile =>
        {
            var generator = new SellsyExportGenerator(new() { Rows = 20_000, Profile = profile });
            Assert.Equal(
                Enum.GetValues<SellsyExportRowKind>(),
                Enumerable.Range(1, 20_000).Select(row => generator.KindOf(row)).Distinct().Order());
        });

    [Fact]
    public void Accented_addresses_have_their_share() => AssertShare(
        0.3, Email, share => new() { AccentedEmailShare = share }, cell => !Ascii.IsValid(cell));

    [Fact]
    public void Cells_with_two_addresses_have_their_share() => AssertShare(
        0.3, Email, share => new() { SeveralEmailsShare = share }, cell => cell.Count(character => character == '@') == 2);

    [Fact]
    public void Accented_names_have_their_share() => AssertShare(
        0.3, LastName, share => new() { AccentedNameShare = share }, cell => !Ascii.IsValid(cell));

    [Theory]
    [InlineData(Phone)]
    [InlineData(Mobile)]
    public void Cells_with_two_numbers_have_their_share(SellsyExportColumn column) => AssertShare(
        0.3, column, share => new() { SeveralPhonesShare = share }, cell => cell.Contains(", ", StringComparison.Ordinal));

    [Fact]
    public void Numbers_with_a_zero_in_parentheses_have_their_share() => AssertShare(
        0.3, Phone, share => new() { TrunkZeroPhoneShare = share }, cell => cell.StartsWith("+33 (0)", StringComparison.Ordinal));

    [Fact]
    public void Numbers_with_spaces_have_their_share() => AssertShare(
        0.3, Phone, share => new() { SpacedPhoneShare = share, DottedPhoneShare = 1 - share }, cell => cell is ['0', _, ' ', ..]);

    [Fact]
    public void Numbers_with_dots_have_their_share() => AssertShare(
        0.3, Phone, share => new() { DottedPhoneShare = share, SpacedPhoneShare = 1 - share }, cell => cell.Contains('.', StringComparison.Ordinal));

    [Fact]
    public void Companies_with_a_comma_have_their_share() => AssertShare(
        0.3, Company, share => new() { CommaCompanyShare = share }, cell => cell.Contains(',', StringComparison.Ordinal));

    [Fact]
    public void Companies_with_an_accent_have_their_share() => AssertShare(
        0.3, Company, share => new() { AccentedCompanyShare = share }, cell => cell.EndsWith("Orléans", StringComparison.Ordinal));

    [Fact]
    public void Companies_without_an_accent_have_none() => AssertShare(
        0, Company, _ => new() { AccentedCompanyShare = 0 }, cell => cell.Any(char.IsLetter) && !Ascii.IsValid(cell.Replace("’", "", StringComparison.Ordinal)));

    [Fact]
    public void Notes_in_html_have_their_share() => AssertShare(
        0.3, Note, share => new() { HtmlNoteShare = share }, cell => cell.Contains("<br />\n", StringComparison.Ordinal));

    [Fact]
    public void Owners_who_are_no_users_have_their_share()
    {
        var users = new SellsyExportGenerator().Users.Select(user => $"{user.FirstName} {user.LastName.ToUpperInvariant()}").ToHashSet();

        AssertShare(0.3, Owner, share => new() { UnknownOwnerShare = share }, cell => !users.Contains(cell));
    }

    [Fact]
    public void Repeated_contacts_have_their_share()
    {
        var ids = CellsOf(ContactId, new() { RepeatedContactShare = 0.3 });

        Assert.InRange(ids.Length - ids.Distinct().Count(), 0.27 * Rows, 0.33 * Rows);
    }

    [Fact]
    public void Blank_cells_with_a_word_for_nothing_have_their_share()
    {
        var cells = CellsOf(City, new() { PlaceholderShare = 0.3 }, blankShare: 0.5);

        Assert.InRange(cells.Count(cell => cell is "N/C" or "NC." or "N/A" or "-"), 0.13 * Rows, 0.17 * Rows);
        Assert.InRange(cells.Count(cell => cell.Length == 0), 0.32 * Rows, 0.38 * Rows);
        Assert.Contains("0000-00-00", CellsOf(Birthday, new() { PlaceholderShare = 0.3 }, blankShare: 0.5));
    }

    [Fact]
    public void A_property_that_is_raised_changes_no_other_cell()
    {
        SellsyExportColumn[] columns = [ContactId, FirstName, LastName, Phone, Mobile, Note, Company, Owner];

        Assert.All(columns, column => Assert.Equal(CellsOf(column, new()), CellsOf(column, new() { AccentedEmailShare = 1 })));
    }

    [Fact]
    public void A_share_out_of_its_range_is_refused_by_its_name()
    {
        var one = Assert.Throws<ArgumentOutOfRangeException>(() => new SellsyExportGenerator(new() { Profile = new() { HtmlNoteShare = -0.5 } }));
        var sum = Assert.Throws<ArgumentOutOfRangeException>(
            () => new SellsyExportGenerator(new() { Profile = new() { SpacedPhoneShare = 0.75, DottedPhoneShare = 0.5 } }));

        Assert.Equal("HtmlNoteShare is -0.5; 0 to 1 is expected. (Parameter 'HtmlNoteShare')", one.Message);
        Assert.StartsWith("TrunkZeroPhoneShare + SpacedPhoneShare + DottedPhoneShare is 1.25; 0 to 1 is expected.", sum.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void The_kind_of_a_row_that_is_not_written_is_refused(long row) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SellsyExportGenerator(new() { Rows = 10 }).KindOf(row));

    private static ServiceProvider Services(SellsyExportGenerator generator)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(generator.Users)).AddSingleton<ILeadSink>(new InMemoryLeadSink());
        services.AddSellsyImport();
        return services.BuildServiceProvider();
    }

    private static async Task<ImportPlan> PreviewAsync(ISellsyImporter importer, SellsyExportGenerator generator)
    {
        var overview = await importer.OpenAsync(generator.ToSource(), TestContext.Current.CancellationToken);
        return await importer.PreviewAsync(
            generator.ToSource(), overview.Suggestion.Mapping, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static void AssertShare(double share, SellsyExportColumn column, Func<double, SellsyExportProfile> profile, Predicate<string> isPeculiar)
    {
        var count = CellsOf(column, profile(share)).Count(cell => isPeculiar(cell));

        Assert.InRange(count, share == 0 ? 0 : (share - 0.04) * Rows, share == 0 ? 0 : (share + 0.04) * Rows);
    }

    private static string[] CellsOf(SellsyExportColumn column, SellsyExportProfile profile, double blankShare = 0)
    {
        var generator = new SellsyExportGenerator(new() { Rows = Rows, Companies = Rows, BlankShare = blankShare, Columns = [column], Profile = profile });
        using var reader = CsvReader.Create(generator.ToBytes(), new CsvReaderOptions { Separator = ';' });
        var cells = new List<string>();
        while (reader.Read())
        {
            cells.Add(reader.GetString(0));
        }

        return [.. cells];
    }

    private static SellsyExportRowKind KindOf(PreviewRow row)
    {
        var codes = row.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Code).ToArray();
        return codes switch
        {
            [] => SellsyExportRowKind.Importable,
            _ when codes.Contains(IssueCodes.ContactRepeated) => SellsyExportRowKind.ContactRepeated,
            _ when codes.Contains(IssueCodes.OwnerUnknown) => SellsyExportRowKind.OwnerUnknown,
            _ => SellsyExportRowKind.Damaged,
        };
    }

    private static SellsyExportProfile Profile(string name) => name switch
    {
        nameof(SellsyExportProfile.Ordinary) => SellsyExportProfile.Ordinary,
        nameof(SellsyExportProfile.EverythingAtOnce) => SellsyExportProfile.EverythingAtOnce,
        _ => SellsyExportProfile.Clean,
    };
}
