using System.Buffers.Binary;
using System.Text;

namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>Workbooks that were made to exhaust the host, and those that are damaged: each is refused with a code, and quickly.</summary>
public sealed class HostileWorkbookTests
{
    private static readonly TestWorkbook Good = TestWorkbook.Of(["ID Sellsy", "Nom"], ["1", "Zoé"]) with
    {
        Strings = "<si><t>a</t></si>",
        Formats = ["00000"],
    };

    [Fact]
    public async Task A_workbook_that_declares_more_than_the_limit_is_refused_before_it_is_unpacked()
    {
        var bomb = TestWorkbook.Zip([.. Good.ToParts().Select(part => (part.Key, part.Key == "xl/sharedStrings.xml" ? new byte[30 << 20] : Encoding.UTF8.GetBytes(part.Value)))]);

        var error = await RefusedAsync(bomb, new() { MaxUnpackedBytes = 20 << 20 });

        Assert.Equal((ErrorCodes.WorkbookTooLarge, "unpacked"), (error.Code, error.Arguments[^1]));
        Assert.InRange(bomb.Length, 1, 100_000);
        Assert.InRange(long.Parse(error.Arguments[1], null), 30 << 20, 31 << 20);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_more_than_it_declares_is_damaged()
    {
        var archive = Good.ToBytes();
        foreach (var at in DirectoryEntriesOf(archive, "xl/worksheets/sheet1.xml"))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(at + 24), 100);
        }

        Assert.Equal((ErrorCodes.WorkbookDamaged, "xl/worksheets/sheet1.xml"), Place(await RefusedAsync(archive)));
    }

    [Fact]
    public async Task A_part_whose_checksum_differs_is_damaged()
    {
        var archive = Good.ToBytes();
        foreach (var at in DirectoryEntriesOf(archive, "xl/worksheets/sheet1.xml"))
        {
            archive[at + 16] ^= 1;
        }

        Assert.Equal((ErrorCodes.WorkbookDamaged, "xl/worksheets/sheet1.xml"), Place(await RefusedAsync(archive)));
    }

    [Fact]
    public async Task A_part_under_a_password_is_refused()
    {
        var archive = Good.ToBytes();
        foreach (var at in DirectoryEntriesOf(archive, "xl/worksheets/sheet1.xml"))
        {
            archive[at + 8] |= 1;
        }

        Assert.Equal((ErrorCodes.WorkbookDamaged, "xl/worksheets/sheet1.xml"), Place(await RefusedAsync(archive)));
    }

    [Fact]
    public async Task Entries_are_counted_before_they_are_loaded_whatever_the_archive_declares()
    {
        var archive = TestWorkbook.Zip([.. Good.ToParts().Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))), .. Enumerable.Range(0, 100).Select(i => ($"{i}", Array.Empty<byte>()))]);
        var end = archive.AsSpan().LastIndexOf("PK\x5\x6"u8);
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(end + 8), 7);
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(end + 10), 7);

        var error = await RefusedAsync(archive, new() { MaxEntries = 106 });

        Assert.Equal((ErrorCodes.WorkbookTooLarge, "106", "entries"), (error.Code, error.Arguments[2], error.Arguments[3]));
    }

    [Fact]
    public async Task As_many_entries_as_the_limit_are_accepted()
    {
        var parts = Good.ToParts();

        Assert.Equal(2, (await Rendered.OfAsync(Good, new() { MaxEntries = parts.Count })).Lines.Length);
        Assert.Equal(ErrorCodes.WorkbookTooLarge, (await RefusedAsync(Good.ToBytes(), new() { MaxEntries = parts.Count - 1 })).Code);
    }

    [Fact]
    public async Task A_directory_of_64_bits_is_counted_too()
    {
        var parts = Good.ToParts();
        var entries = Enumerable.Range(0, 66_000).Select(i => ($"{i}", Array.Empty<byte>()));
        var archive = TestWorkbook.Zip([.. parts.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))), .. entries]);
        var count = parts.Count + 66_000;

        Assert.Equal(2, (await Rendered.OfAsync(archive, new() { MaxEntries = count })).Lines.Length);
        Assert.Equal(ErrorCodes.WorkbookTooLarge, (await RefusedAsync(archive, new() { MaxEntries = count - 1 })).Code);
    }

    [Fact]
    public async Task A_text_that_grows_out_of_few_cells_is_limited()
    {
        var cells = string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 100));
        var workbook = new TestWorkbook
        {
            Strings = $"<si><t>{new string('x', 30_000)}</t></si>",
            Rows = string.Concat(Enumerable.Repeat($"<row>{cells}</row>", 1000)),
        };

        var error = await RefusedAsync(workbook.ToBytes(), new() { MaxUnpackedBytes = 20 << 20 });

        Assert.Equal((ErrorCodes.WorkbookTooLarge, "text"), (error.Code, error.Arguments[^1]));
    }

    [Fact]
    public async Task A_row_that_is_too_long_is_refused()
    {
        var cells = string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 1000));
        var workbook = new TestWorkbook { Strings = $"<si><t>{new string('x', 30_000)}</t></si>", Rows = $"<row>{cells}</row>" };

        var error = await RefusedAsync(workbook.ToBytes());

        Assert.Equal((ErrorCodes.WorkbookTooLarge, "row"), (error.Code, error.Arguments[^1]));
    }

    [Fact]
    public async Task A_cell_that_is_too_long_is_refused_as_one_text_and_as_many_runs()
    {
        var piece = new string('x', 600_000);
        string[] cells =
        [
            $"<c t=\"str\"><v>{piece}{piece}</v></c>",
            $"<c t=\"inlineStr\"><is><r><t>{piece}</t></r><r><t>{piece}</t></r></is></c>",
            $"<c t=\"{piece}{piece}\"/>",
            $"<c><!--{piece}{piece}--></c>",
        ];
        foreach (var cell in cells)
        {
            var error = await RefusedAsync(new TestWorkbook { Rows = $"<row>{cell}</row>" }.ToBytes());

            Assert.Equal((ErrorCodes.WorkbookTooLarge, "cell"), (error.Code, error.Arguments[^1]));
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"b\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>")]
    [InlineData("<worksheet><sheetData><row><c t=\"str\"><v>&passwd;</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row>")]
    [InlineData("<worksheet/><worksheet/>")]
    [InlineData("<workbook/>")]
    [InlineData("")]
    [InlineData("no markup")]
    [InlineData("<worksheet><sheetData><row r=\"2\"/><row r=\"2\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1048577\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"0\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"-1\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c r=\"XFE1\"/></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c r=\"AAAAAAAAAAAAAA1\"/></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c r=\"XFD1\"/><c/></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c r=\"12\"/></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>99999999999</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c s=\"9\"><v>1</v></c></row></sheetData></worksheet>")]
    public async Task A_sheet_that_breaks_the_format_is_damaged_and_its_part_is_named(string sheet)
    {
        var workbook = Good with { Parts = TestWorkbook.Part("xl/worksheets/sheet1.xml", sheet) };

        Assert.Equal((ErrorCodes.WorkbookDamaged, "xl/worksheets/sheet1.xml"), Place(await RefusedAsync(workbook.ToBytes())));
    }

    [Fact]
    public async Task Deep_nesting_is_refused_wherever_it_is()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        string[] sheets = [$"<worksheet>{deep}", $"<worksheet><sheetData><row><c t=\"inlineStr\"><is><rPh>{deep}", $"<worksheet><sheetData><row><c><f>{deep}"];
        foreach (var sheet in sheets)
        {
            var workbook = Good with { Parts = TestWorkbook.Part("xl/worksheets/sheet1.xml", sheet) };

            Assert.Equal(ErrorCodes.WorkbookDamaged, (await RefusedAsync(workbook.ToBytes())).Code);
        }
    }

    [Fact]
    public async Task Names_without_end_are_refused()
    {
        var names = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<a{i}/>"));
        var workbook = Good with { Parts = TestWorkbook.Part("xl/worksheets/sheet1.xml", $"<worksheet>{names}</worksheet>") };

        Assert.Equal(ErrorCodes.WorkbookDamaged, (await RefusedAsync(workbook.ToBytes())).Code);
    }

    [Fact]
    public async Task A_control_character_is_a_fault_of_its_row()
    {
        var rendered = await Rendered.OfAsync(new TestWorkbook { Rows = "<row><c t=\"str\"><v>a&#1;b</v></c></row><row><c><v>2</v></c></row>" });

        Assert.Equal(["a\u0001b", "2"], rendered.Lines);
    }

    [Fact]
    public async Task Two_parts_of_one_name_are_refused()
    {
        var parts = Good.ToParts().Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))).ToArray();

        Assert.Equal(ErrorCodes.WorkbookDamaged, (await RefusedAsync(TestWorkbook.Zip([.. parts, ("XL/Worksheets/sheet1.xml", [])]))).Code);
    }

    [Fact]
    public async Task A_workbook_that_was_cut_is_refused_wherever_it_was()
    {
        var archive = Good.ToBytes();
        for (var length = 0; length < archive.Length; length++)
        {
            var error = await RefusedAsync(archive[..length]);

            Assert.Contains(error.Code, (string[])[ErrorCodes.WorkbookDamaged, ErrorCodes.FileEmpty, ErrorCodes.WorkbookOfAnotherKind]);
        }
    }

    [Fact]
    public async Task Any_change_of_the_bytes_gives_the_same_text_or_a_typed_error()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CADENCE_SEED"), out var given) ? given : 20_261_129;
        var random = new Random(seed);
        var archive = Good.ToBytes();
        var text = (await Rendered.OfAsync(archive)).Text;
        for (var round = 0; round < 5_000; round++)
        {
            var changed = Change(archive, random);
            try
            {
                Assert.Equal(text, (await Rendered.OfAsync(changed)).Text);
            }
            catch (SellsyImportException error)
            {
                Assert.StartsWith("contacts.xlsx", error.Message, StringComparison.Ordinal);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, round {round}: {exception}");
            }
        }
    }

    [Fact]
    public async Task Any_change_of_the_markup_gives_a_text_or_a_typed_error()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CADENCE_SEED"), out var given) ? given : 20_261_130;
        var random = new Random(seed);
        var parts = Good.ToParts();
        var names = parts.Keys.Order(StringComparer.Ordinal).ToArray();
        for (var round = 0; round < 3_000; round++)
        {
            var name = names[random.Next(names.Length)];
            var changed = TestWorkbook.Zip([.. parts.Select(part => (part.Key, part.Key == name ? Change(Encoding.UTF8.GetBytes(part.Value), random) : Encoding.UTF8.GetBytes(part.Value)))]);
            try
            {
                await Rendered.OfAsync(changed);
            }
            catch (SellsyImportException error)
            {
                Assert.NotEqual(ErrorCodes.FileUnreadable, error.Code);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, round {round}: {exception}");
            }
        }
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(4))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    changed.RemoveAt(at);
                    break;
                default:
                    changed.Insert(at, bytes[random.Next(bytes.Length)]);
                    break;
            }
        }

        return [.. changed];
    }

    private static (string Code, string Part) Place(SellsyImportException error) => (error.Code, error.Arguments[1]);

    private static Task<SellsyImportException> RefusedAsync(byte[] workbook, ExcelSourceOptions? options = null) =>
        Assert.ThrowsAsync<SellsyImportException>(() => Rendered.OfAsync(workbook, options));

    /// <summary>Where the entries of a name are in the directory of an archive.</summary>
    private static IEnumerable<int> DirectoryEntriesOf(byte[] archive, string name)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var at = 0; at < archive.Length - 46; at++)
        {
            if (archive.AsSpan(at).StartsWith("PK\x1\x2"u8) && archive.AsSpan(at + 46).StartsWith(wanted))
            {
                yield return at;
            }
        }
    }
}
