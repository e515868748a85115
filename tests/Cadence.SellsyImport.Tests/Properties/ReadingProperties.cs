using System.Text;
using System.Text.RegularExpressions;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Files;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Properties;

public sealed class ReadingProperties
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Note";

    private static readonly string[] DocumentedCodes =
    [
        ErrorCodes.FileEmpty, ErrorCodes.FileWithoutRows, ErrorCodes.HeadingsNotFound, ErrorCodes.HeadingsDamaged, ErrorCodes.FileOfAnotherKind, ErrorCodes.ExportOfAnotherKind,
    ];

    /// <summary>No line of a cell starts with a digit: one that does, and has the fields of a row, is a row to any reader.</summary>
    private static readonly Gen<string> Cell =
        Gen.Elements("a", "é", " ", "\"", ";", "\n", "\r\n", "\r", ",", "Œ", "😀", "Ω", "-", "b", "'", "\t").ArrayOf()
            .Select(parts => "x" + string.Concat(parts));

    private static readonly Gen<string[]> Cells = Cell.ArrayOf(3);

    /// <summary>Pieces of which every kind of damage can be made.</summary>
    private static readonly Gen<byte[]> Pieces =
        Gen.Elements<byte[]>(
            "1"u8.ToArray(), "abc"u8.ToArray(), ";"u8.ToArray(), ";"u8.ToArray(), "\""u8.ToArray(), "\""u8.ToArray(), "\n"u8.ToArray(), "\r\n"u8.ToArray(),
            "\r"u8.ToArray(), "é"u8.ToArray(), [0xE9], [0xC3], [0], [0x81], " "u8.ToArray(), "\uFEFF"u8.ToArray(), "\u0085"u8.ToArray(),
            "2;Zoé;Petit;note\n"u8.ToArray(), "3;Ali;Roux;\"a\nb\"\r\n"u8.ToArray(), "ID Sellsy;Prénom;Nom;Note\n"u8.ToArray())
            .ArrayOf().Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    [Fact]
    public void What_CsvHelpers_writer_writes_reads_back_the_same_and_the_same_as_a_plain_second_reader() =>
        Property.Holds(Prop.ForAll(Cells.ArrayOf().Where(rows => rows.Length > 0).ToArbitrary(), rows =>
        {
            var text = Written(rows);
            var read = Read(Encoding.UTF8.GetBytes(text)).ConvertAll(CellsOf);
            var plain = PlainCsv.Read(text, ';').Skip(1).Select(cells => string.Join('|', cells));
            var written = rows.Select((cells, index) => $"{index + 1}|{string.Join('|', cells)}");
            Assert.Equal(written, read);
            Assert.Equal(plain, read);
        }));

    [Fact]
    public void Any_chopping_of_the_stream_gives_the_same_rows() =>
        Property.Holds(Prop.ForAll(Pieces.ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (bytes, size, canSeek) =>
        {
            byte[] file = [.. Encoding.UTF8.GetBytes(Headings + "\n1;Léa;Blanc;x\n"), .. bytes];
            using var chopped = new FaultInjectingStream(new MemoryStream(file)) { MaxBytesPerRead = size, AllowSeeking = canSeek };
            Assert.Equal(Read(file).ConvertAll(Exports.Text), Read(chopped).ConvertAll(Exports.Text));
        }));

    [Fact]
    public void What_is_read_ahead_gives_the_same_rows() =>
        Property.Holds(
            Prop.ForAll(Pieces.ToArbitrary(), Gen.Choose(0, 5_000).ToArbitrary(), (bytes, before) =>
            {
                // Blocks are read ahead from the second on, and each has half a megabyte.
                var plain = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, before).Select(row => $"{row};Zoé;Blanc;\"une\nnote\"\n")));
                var filler = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("8;Eva;Noir;une note\n", 200)));
                byte[] piece = [.. bytes, .. filler];
                byte[] file = [.. Encoding.UTF8.GetBytes(Headings + "\n1;Léa;Blanc;x\n"), .. plain, .. Enumerable.Repeat(piece, 200).SelectMany(part => part)];
                using var inTurn = new FaultInjectingStream(new MemoryStream(file));
                Assert.Equal(Read(inTurn).ConvertAll(Exports.Text), Read(file).ConvertAll(Exports.Text));
            }),
            tests: LongProof.Count(sample: 6, all: 60));

    [Fact]
    public async Task A_row_that_is_too_long_changes_nothing_of_what_is_read_ahead()
    {
        var options = new SellsyImportOptions { MaxRecordBytes = 1_024 };
        var rows = string.Concat(Enumerable.Range(1, 60_000).Select(row => $"{row};Zoé;Blanc;une note\n"));
        for (var place = 880_000; place < 1_020_000; place += LongProof.Count(sample: 20_000, all: 5_000))
        {
            var long1 = rows.IndexOf('\n', place) + 1;
            var file = Encoding.UTF8.GetBytes($"{Headings}\n{rows[..long1]}99999;Eva;Noir;{new string('x', 2_000)}\n{rows[long1..]}");
            using var inTurn = new FaultInjectingStream(new MemoryStream(file));

            Assert.Equal(await RowsAsync(inTurn), await RowsAsync(new MemoryStream(file)));
        }

        async Task<List<string>> RowsAsync(Stream stream)
        {
            await using var export = await new CsvHelperReader(Options.Create(options)).OpenAsync(stream, Exports.Name, TestContext.Current.CancellationToken);
            return (await Exports.RowsAsync(export)).ConvertAll(Exports.Text);
        }
    }

    [Fact]
    public void Reading_goes_on_from_any_row_as_it_went() =>
        Property.Holds(Prop.ForAll(Pieces.ToArbitrary(), bytes =>
        {
            byte[] file = [.. Encoding.UTF8.GetBytes(Headings + "\n1;Léa;Blanc;x\n"), .. bytes];
            AssertReadFromEveryRow(file);
        }));

    [Fact]
    public void Reading_goes_on_from_a_row_after_lines_of_another_encoding_as_it_went() =>
        AssertReadFromEveryRow(
        [
            .. "ID Sellsy;Prénom;Nom;Note\n1;Léa;Blanc;x\n"u8, 0xC3, .. "ID Sellsy;Prénom;Nom;Note\n1"u8, 0xC3, .. "3;Ali;Roux;\"a\nb\"\r\n"u8,
            0x81, .. "é\r\"\r\"\u00851"u8, 0x81, 0, .. "\n\r\" \r\n"u8, 0xEF, 0xBB, 0xBF, .. "1"u8, 0xE9, 0xC2, 0x85, 0x81, 0xC2, 0x85, .. "11"u8,
        ]);

    [Fact]
    public void A_polluted_row_changes_no_other_row() =>
        Property.Holds(Prop.ForAll(Cells.ArrayOf(7).ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), Gen.Choose(0, 8).ToArbitrary(), (rows, at, kind) =>
        {
            var lines = rows.Select((cells, index) => Line(index + 1, cells)).ToArray();
            var clean = Read(Encoding.UTF8.GetBytes(File(lines))).ConvertAll(CellsOf);
            lines[at] = Pollute($"{at + 1};Bob;Noir;note", kind);
            var polluted = Read(Encoding.UTF8.GetBytes(File(lines)));
            var others = polluted.Where(row => !row.IsDamaged).Select(CellsOf).ToList();
            Assert.Equal(clean.Where((_, index) => index != at), others.Where(cells => !cells.StartsWith($"{at + 1}|", StringComparison.Ordinal)));
            Assert.Contains(polluted, row => row.IsDamaged && row.RawText!.StartsWith($"{at + 1}", StringComparison.Ordinal));
        }));

    [Fact]
    public void Any_bytes_give_rows_or_the_one_exception_and_every_line_belongs_to_one_row() =>
        Property.Holds(
            Prop.ForAll(Pieces.ToArbitrary(), bytes =>
            {
                byte[] file = [.. Encoding.UTF8.GetBytes(Headings + "\n1;Léa;Blanc;x\n"), .. bytes];
                var rows = Read(file);
                var number = 0L;
                var end = Headings.Length + 2L;
                foreach (var row in rows)
                {
                    Assert.Equal(++number, row.Number);
                    Assert.True(row.ByteOffset >= end, $"Row {row.Number} starts at {row.ByteOffset}, before {end}.");
                    AssertBlank(file.AsSpan((int)end, (int)(row.ByteOffset - end)));
                    end = row.ByteOffset + row.ByteLength;
                    Assert.Equal(LinesBefore(file, row.ByteOffset), row.Lines.First);
                }

                AssertBlank(file.AsSpan((int)end));
            }),
            tests: 1000);

    [Fact]
    public void Any_file_whatever_opens_or_fails_as_documented() =>
        Property.Holds(
            Prop.ForAll(Pieces.ToArbitrary(), bytes =>
            {
                try
                {
                    _ = Read(bytes);
                }
                catch (SellsyImportException exception)
                {
                    Assert.Contains(exception.Code, DocumentedCodes);
                }
            }),
            tests: 1000);

    /// <summary>The rows and their reasons do not depend on where reading starts.</summary>
    private static void AssertReadFromEveryRow(byte[] file)
    {
        var rows = Read(file);
        for (var first = 0; first < rows.Count; first++)
        {
            var again = Read(new MemoryStream(file), from: RowPosition.Of(rows[first]));
            Assert.Equal(rows.Skip(first).Select(TextAndPlace), again.Select(TextAndPlace));
        }
    }

    private static List<SellsyRow> Read(byte[] file) => Read(new MemoryStream(file));

    /// <summary>Every stream here completes at once, so that nothing is waited for.</summary>
    private static List<SellsyRow> Read(Stream stream, RowPosition? from = null)
    {
        return ReadAsync().GetAwaiter().GetResult();

        async Task<List<SellsyRow>> ReadAsync()
        {
            await using var export = await new CsvHelperReader(Options.Create(new SellsyImportOptions())).OpenAsync(stream, Exports.Name);
            return await Exports.RowsAsync(export, from: from);
        }
    }

    private static string Written(string[][] rows)
    {
        using var text = new StringWriter();
        using (var writer = CsvWriter.Create(text, new CsvWriterOptions { Separator = ';' }, leaveOpen: true))
        {
            writer.WriteRecord(Headings.Split(';'));
            foreach (var (cells, index) in rows.Select((cells, index) => (cells, index)))
            {
                writer.WriteRecord([$"{index + 1}", .. cells]);
            }
        }

        return text.ToString();
    }

    private static string Line(int id, string[] cells) =>
        $"{id};{string.Join(';', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}";

    private static string File(string[] lines) => $"{Headings}\r\n{string.Join("\r\n", lines)}\r\n";

    private static string Pollute(string line, int kind) => kind switch
    {
        0 => line + ";",
        1 => line[..line.LastIndexOf(';')],
        2 => line.Insert(line.Length - 2, "\""),
        3 => line.Insert(line.LastIndexOf(';') + 1, "\""),
        4 => line.Insert(3, "\r"),
        5 => line.Insert(line.Length - 2, "\r\n"),
        6 => line.Insert(line.Length - 4, "\n"),
        7 => line.Insert(line.IndexOf(';'), "\n"),
        _ => line.Insert(3, "\0"),
    };

    private static string CellsOf(SellsyRow row) =>
        row.IsDamaged ? string.Join(' ', row.Issues) : string.Join('|', row.Columns.Indexes.Select(index => row[index]));

    private static string TextAndPlace(SellsyRow row) => $"{Exports.Text(row)} {row.ByteOffset}";

    private static long LinesBefore(byte[] file, long offset) => 1 + LineEnds.Count(file.AsSpan(0, (int)offset));

    private static void AssertBlank(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        Assert.True(text.Split('\r', '\n').All(line => Regex.IsMatch(line, "^(\"[ \t\uFEFF]*\"|[ \t\uFEFF;])*$")), $"No row has the text “{text}”.");
    }
}
