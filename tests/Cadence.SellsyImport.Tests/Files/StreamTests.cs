using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

public sealed class StreamTests
{
    private static readonly byte[] Bytes =
        Encoding.UTF8.GetBytes("ID Sellsy;Prénom;Note\r\n1;Zoé;a\r\n2;Ali;\"b\r\nc\"\r\n3;L\"éa;c\r\n4;Bob;\"x\r\n5;Eve;y\r\n6;Max;24\"\r\n7;Ann;d\r\n");

    private static readonly string[] Expected =
    [
        "1 @2: 1|Zoé|a", "2 @3–4: 2|Ali|b\r\nc", "3 @5: !StrayQuote", "4 @6: !StrayQuote", "5 @7: 5|Eve|y", "6 @8: !StrayQuote", "7 @9: 7|Ann|d",
    ];

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(7, true)]
    [InlineData(int.MaxValue, false)]
    public async Task Any_stream_gives_the_same_rows(int bytesPerRead, bool canSeek)
    {
        await using var stream = new FaultInjectingStream(new MemoryStream(Bytes)) { MaxBytesPerRead = bytesPerRead, AllowSeeking = canSeek };
        await using (var export = await Exports.OpenAsync(stream))
        {
            Assert.Equal(Bytes.Length, export.Length);
            Assert.Equal(Expected, (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
            Assert.Equal(Expected, (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        }

        Assert.False(stream.IsDisposed, "The stream is the caller's.");
    }

    [Fact]
    public async Task A_stream_is_read_from_where_it_stands()
    {
        byte[] bytes = [.. "not the file"u8, .. Bytes];
        using var stream = new MemoryStream(bytes) { Position = 12 };
        await using var export = await Exports.OpenAsync(stream);
        var rows = await Exports.RowsAsync(export);

        Assert.Equal(Expected, rows.ConvertAll(Exports.Text));
        Assert.Equal(24, rows[0].ByteOffset);
    }

    [Fact]
    public async Task Reading_goes_on_from_any_row()
    {
        await using var export = await Exports.OpenAsync(Bytes);
        var rows = await Exports.RowsAsync(export);
        var places = rows.ConvertAll(RowPosition.Of);

        Assert.Equal(7, places.Count);
        foreach (var place in places)
        {
            // A row that a stray quote had swallowed is read from its own place as it was read after the repair.
            var again = await Exports.RowsAsync(export, from: place);
            Assert.Equal(Expected[(int)(place.Number - 1)..], again.ConvertAll(Exports.Text));
        }
    }

    [Fact]
    public async Task Two_readings_may_take_turns()
    {
        await using var export = await Exports.OpenAsync(Bytes);
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var one = export.ReadRowsAsync(Exports.All(export), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var other = export.ReadRowsAsync(Exports.All(export), cancellationToken).GetAsyncEnumerator(cancellationToken);
        foreach (var expected in Expected)
        {
            Assert.True(await one.MoveNextAsync());
            Assert.True(await other.MoveNextAsync());
            Assert.Equal((expected, expected), (Exports.Text(one.Current), Exports.Text(other.Current)));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_breaks_is_one_exception_with_the_byte_reached(bool canSeek)
    {
        await using var stream = new FaultInjectingStream(new MemoryStream(Bytes)) { FailAfterBytes = 40, AllowSeeking = canSeek };
        var failure = await Assert.ThrowsAsync<SellsyImportException>(() => Exports.OpenAsync(stream));

        Assert.Equal(ErrorCodes.FileUnreadable, failure.Code);
        Assert.Equal(Exports.Name, failure.Arguments[0]);
        Assert.NotNull(failure.InnerException);
        Assert.InRange(int.Parse(failure.Arguments[1]), 0, 40);
    }

    [Fact]
    public async Task Cancelling_the_opening_is_no_error_of_the_file()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var reader = new CsvHelperReader(Microsoft.Extensions.Options.Options.Create(new SellsyImportOptions()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await reader.OpenAsync(new MemoryStream(Bytes), Exports.Name, cancelled.Token));
    }

    [Fact]
    public async Task Cancelling_midway_ends_the_reading()
    {
        var text = new StringBuilder("ID Sellsy;Nom\n");
        for (var row = 1; row <= 200_000; row++)
        {
            text.Append(row).Append(";Petit\n");
        }

        await using var export = await Exports.OpenAsync(text.ToString());
        using var cancellation = new CancellationTokenSource();
        var read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in export.ReadRowsAsync(ColumnSelection.None, cancellation.Token))
            {
                if (++read == 10)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.InRange(read, 10, 100_000);
    }

    [Fact]
    public async Task Cancelling_is_noticed_where_the_rest_of_the_file_is_in_memory_already()
    {
        var text = "ID Sellsy;Nom\n" + string.Concat(Enumerable.Range(100_000, 46_000).Select(row => $"{row};Petit-Lefèvre-Martin\n"));
        await using var export = await Exports.OpenAsync(text);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in export.ReadRowsAsync(ColumnSelection.None, cancellation.Token))
            {
                if (row.Number == 33_000)
                {
                    await cancellation.CancelAsync();
                }
            }
        });
    }

    [Fact]
    public async Task Only_the_columns_asked_for_have_values()
    {
        await using var export = await Exports.OpenAsync(Bytes);
        var row = (await Exports.RowsAsync(export, new ColumnSelection([1])))[0];

        Assert.Equal("Zoé", row[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => row[0]);
    }
}
