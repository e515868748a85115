using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>What every <see cref="ISellsyCsvReader"/> promises, as tests: derive a class from it, and the runner finds them.</summary>
public abstract class SellsyCsvReaderConformance
{
    private const string Name = "contacts.csv";

    private static readonly SellsyExportGenerator Generator = new(new SellsyExportOptions { Rows = 500, Owners = 5, Companies = 20 });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Creates the reader under test.</summary>
    /// <returns>The reader.</returns>
    protected abstract ISellsyCsvReader CreateReader();

    /// <summary>Headings and cells are read as they were written, row by row.</summary>
    [Fact]
    public async Task The_columns_and_the_rows_are_those_of_the_file_in_its_order()
    {
        await using var export = await OpenAsync("ID Sellsy;Prénom;Note\r\n1;Maëlys;a\r\n2;Noé;\r\n3;;c\r\n");

        var rows = await Rows.ReadAsync(export, Rows.AllColumns(export));

        Assert.Equal([new(0, "ID Sellsy"), new(1, "Prénom"), new(2, "Note")], export.Columns);
        Assert.Equal(["1 @2: 1|Maëlys|a", "2 @3: 2|Noé|", "3 @4: 3||c"], rows.Select(Rows.Text));
        Assert.Equal(Name, export.Name);
    }

    /// <summary>A separator, a quote or a line break inside quotes is text, and the row states its lines.</summary>
    [Fact]
    public async Task What_stands_in_quotes_is_text()
    {
        await using var export = await OpenAsync("ID Sellsy;Prénom;Note\r\n1;\"Anne;Lise\";\"line 1\nline 2\"\r\n2;\"\"\"A\"\"\";b\r\n");

        var rows = await Rows.ReadAsync(export, Rows.AllColumns(export));

        Assert.Equal(["1 @2–3: 1|Anne;Lise|line 1\nline 2", "2 @4: 2|\"A\"|b"], rows.Select(Rows.Text));
    }

    /// <summary>A bad record is a row with an error and without values, not an exception.</summary>
    [Fact]
    public async Task A_damaged_record_is_a_row_with_an_error_and_the_next_row_goes_on()
    {
        await using var export = await OpenAsync("ID Sellsy;Prénom;Note\r\n1;Maëlys;a\r\n2;Noé;b;one too many\r\n3;Léa;c\r\n");

        var rows = await Rows.ReadAsync(export, Rows.AllColumns(export));

        Assert.Equal([1L, 2L, 3L], rows.Select(row => row.Number));
        Assert.Equal([false, true, false], rows.Select(row => row.IsDamaged));
        Assert.Equal(["", "", ""], Rows.AllColumns(export).Indexes.Select(index => rows[1][index]));
        Assert.Contains(rows[1].Issues, issue => issue.Severity == IssueSeverity.Error);
        Assert.Equal("3 @4: 3|Léa|c", Rows.Text(rows[2]));
    }

    /// <summary>A row has the columns that were asked for and no others.</summary>
    [Fact]
    public async Task Only_the_columns_asked_for_are_read()
    {
        await using var export = await OpenAsync("ID Sellsy;Prénom;Note\r\n1;Maëlys;a\r\n");

        var row = Assert.Single(await Rows.ReadAsync(export, new ColumnSelection([2, 0])));
        var bare = Assert.Single(await Rows.ReadAsync(export, ColumnSelection.None));

        Assert.Equal(("1", "a"), (row[0], row[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => row[1]);
        Assert.Equal(0, bare.Columns.Count);
    }

    /// <summary>Repeated readings give the same rows, also after one that was stopped early.</summary>
    [Fact]
    public async Task The_rows_can_be_read_again()
    {
        await using var export = await OpenAsync(Generator.ToBytes());
        var columns = Rows.AllColumns(export);
        var first = (await Rows.ReadAsync(export, columns)).ConvertAll(Rows.Text);

        await foreach (var row in export.ReadRowsAsync(columns, Cancellation))
        {
            if (row.Number == 100)
            {
                break;
            }
        }

        Assert.Equal(500, first.Count);
        Assert.Equal(first, (await Rows.ReadAsync(export, columns)).ConvertAll(Rows.Text));
    }

    /// <summary>Every row has a position, from which the rows can be read without those before it.</summary>
    [Fact]
    public async Task The_rows_can_be_read_from_the_place_of_any_of_them()
    {
        await using var export = await OpenAsync(Generator.ToBytes());
        var columns = Rows.AllColumns(export);
        var rows = await Rows.ReadAsync(export, columns);

        foreach (var place in (int[])[0, 1, 249, 499])
        {
            var later = await Rows.ReadAsync(export, columns, RowPosition.Of(rows[place]));
            Assert.Equal(rows.Skip(place).Select(Rows.Text), later.Select(Rows.Text));
        }
    }

    /// <summary>However the bytes arrive, and whether the stream can seek, the rows are the same.</summary>
    /// <param name="mostBytes">The most bytes at a time.</param>
    /// <param name="canSeek">Whether the stream can seek.</param>
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(7, true)]
    [InlineData(int.MaxValue, false)]
    public async Task The_rows_do_not_depend_on_how_the_bytes_arrive(int mostBytes, bool canSeek)
    {
        var bytes = Generator.ToBytes();
        await using var whole = await OpenAsync(bytes);
        await using var stream = new FaultInjectingStream(new MemoryStream(bytes)) { MaxBytesPerRead = mostBytes, AllowSeeking = canSeek };
        await using var export = await CreateReader().OpenAsync(stream, Name, Cancellation);

        var rows = await Rows.ReadAsync(export, Rows.AllColumns(export));

        Assert.Equal(bytes.Length, export.Length);
        Assert.Equal((await Rows.ReadAsync(whole, Rows.AllColumns(whole))).Select(Rows.Text), rows.Select(Rows.Text));
    }

    /// <summary>The encodings in which spreadsheets and Sellsy write are found.</summary>
    /// <param name="encoding">The encoding.</param>
    [Theory]
    [InlineData(SellsyExportEncoding.Utf8)]
    [InlineData(SellsyExportEncoding.Windows1252)]
    public async Task Accents_are_read_whatever_the_encoding(SellsyExportEncoding encoding)
    {
        var options = new SellsyExportOptions { Rows = 200, Encoding = encoding };
        await using var export = await OpenAsync(new SellsyExportGenerator(options).ToBytes());
        await using var plain = await OpenAsync(new SellsyExportGenerator(options with { Encoding = SellsyExportEncoding.Utf8 }).ToBytes());

        var texts = (await Rows.ReadAsync(export, Rows.AllColumns(export))).ConvertAll(Rows.Values);

        Assert.Contains(texts, text => text.Contains('é', StringComparison.Ordinal));
        Assert.Equal((await Rows.ReadAsync(plain, Rows.AllColumns(plain))).ConvertAll(Rows.Values), texts);
    }

    /// <summary>The stream belongs to the caller: it is read from its current position, and left open.</summary>
    [Fact]
    public async Task The_stream_stays_the_callers()
    {
        await using var stream = new FaultInjectingStream(new MemoryStream(Generator.ToBytes()));

        await using (await CreateReader().OpenAsync(stream, Name, Cancellation))
        {
            Assert.False(stream.IsDisposed);
        }

        Assert.False(stream.IsDisposed);
    }

    /// <summary>The sample has the first rows with all their columns.</summary>
    [Fact]
    public async Task The_sample_is_the_first_rows_with_all_columns()
    {
        await using var export = await OpenAsync(Generator.ToBytes());

        var rows = await Rows.ReadAsync(export, Rows.AllColumns(export));

        Assert.InRange(export.Sample.Length, 1, rows.Count);
        Assert.Equal(rows.Take(export.Sample.Length).Select(Rows.Text), export.Sample.Select(Rows.Text));
    }

    /// <summary>A row may be kept after the export is disposed.</summary>
    [Fact]
    public async Task Rows_are_safe_to_keep()
    {
        List<SellsyRow> rows;
        List<string> texts;
        await using (var export = await OpenAsync(Generator.ToBytes()))
        {
            rows = await Rows.ReadAsync(export, Rows.AllColumns(export));
            texts = rows.ConvertAll(Rows.Text);
            await Rows.ReadAsync(export, ColumnSelection.None);
        }

        Assert.Equal(texts, rows.ConvertAll(Rows.Text));
    }

    /// <summary>A file that cannot be read causes the library's one exception.</summary>
    /// <param name="text">The text of the file.</param>
    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("PK\u0003\u0004 and then a workbook")]
    public async Task A_file_that_is_no_export_is_told(string text) =>
        await Assert.ThrowsAsync<SellsyImportException>(() => OpenAsync(text));

    /// <summary>A stream that fails is reported as a file that cannot be read to its end.</summary>
    [Fact]
    public async Task A_stream_that_breaks_is_told()
    {
        var bytes = Generator.ToBytes();
        await using var stream = new FaultInjectingStream(new MemoryStream(bytes)) { FailAfterBytes = bytes.Length / 2 };

        await Assert.ThrowsAsync<SellsyImportException>(async () =>
        {
            await using var export = await CreateReader().OpenAsync(stream, Name, Cancellation);
            await Rows.ReadAsync(export, Rows.AllColumns(export));
        });
    }

    /// <summary>Cancellation is reported as such.</summary>
    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        await using var export = await OpenAsync(Generator.ToBytes());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await CreateReader().OpenAsync(new MemoryStream(Generator.ToBytes()), Name, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in export.ReadRowsAsync(ColumnSelection.None, cancelled))
            {
                Assert.Fail($"Row {row.Number} was read after the cancellation.");
            }
        });
    }

    private Task<ISellsyExport> OpenAsync(string text) => OpenAsync(Encoding.UTF8.GetBytes(text));

    private async Task<ISellsyExport> OpenAsync(byte[] bytes) =>
        await CreateReader().OpenAsync(new MemoryStream(bytes, writable: false), Name, Cancellation);
}
