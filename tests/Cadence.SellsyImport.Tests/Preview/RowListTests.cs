using Cadence.SellsyImport.Preview;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

public sealed class RowListTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rows_come_back_exactly_where_a_block_has_few_and_as_the_whole_block_where_it_has_many(int seed)
    {
        var random = new Random(seed);
        for (var test = 0; test < 300; test++)
        {
            var last = random.Next(1, 20_000);
            var share = Math.Pow(random.NextDouble(), 6);
            var rows = Enumerable.Range(1, last).Where(row => random.NextDouble() < (row / 2_000 % 2 == 0 ? share : 0.001)).Select(row => (long)row).ToList();
            var list = new RowList();
            rows.ForEach(list.Add);
            rows.TakeLast(1).ToList().ForEach(list.Add);
            var bytes = list.ToBytes();

            Assert.True(RowListReader.IsSound(bytes, last));
            Assert.Equal(rows.GroupBy(BlockOf).SelectMany(block => block.Count() > RowList.MostExact ? RowsOf(block.Key) : block), Read(bytes, last));
            Assert.InRange(bytes.Length, 0, 6 * ((last / RowList.RowsPerBlock) + 1));
        }
    }

    [Fact]
    public void Blocks_alone_take_a_few_bytes_where_every_block_has_a_row()
    {
        var list = new RowList();
        for (var row = 1L; row <= 1_000_000; row += 100)
        {
            list.Add(row);
        }

        var bytes = list.ToBytes(isExact: false);

        Assert.InRange(bytes.Length, 1, 4);
        Assert.Equal(999_936, Read(bytes, 1_000_000).Count);
    }

    [Fact]
    public void Any_bytes_are_sound_or_refused_and_are_read_to_their_end()
    {
        var random = new Random(4);
        for (var test = 0; test < 20_000; test++)
        {
            var bytes = new byte[random.Next(12)];
            random.NextBytes(bytes);
            if (RowListReader.IsSound(bytes, 2_000))
            {
                Assert.All(Read(bytes, 2_000), row => Assert.InRange(row, 1, 2_048));
            }
        }
    }

    [Theory]
    [InlineData(new byte[] { 0, 1, 5 }, true)]
    [InlineData(new byte[] { 0, 2, 5, 5 }, false)]
    [InlineData(new byte[] { 0, 5, 1, 2, 3, 4, 5 }, false)]
    [InlineData(new byte[] { 0, 0 }, false)]
    [InlineData(new byte[] { 0, 1 }, false)]
    [InlineData(new byte[] { 0, 1, 232 }, false)]
    [InlineData(new byte[] { 1, 4 }, true)]
    [InlineData(new byte[] { 1, 5 }, false)]
    [InlineData(new byte[] { 1, 0 }, false)]
    [InlineData(new byte[] { 0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01, 1 }, false)]
    public void A_list_has_places_in_order_and_blocks_of_the_file(byte[] bytes, bool isSound) =>
        Assert.Equal(isSound, RowListReader.IsSound(bytes, bytes.AsSpan().SequenceEqual((byte[])[0, 1, 232]) ? 232 : 1_000));

    private static long BlockOf(long row) => (row - 1) / RowList.RowsPerBlock;

    private static IEnumerable<long> RowsOf(long block) => Enumerable.Range(1, RowList.RowsPerBlock).Select(row => (block * RowList.RowsPerBlock) + row);

    private static List<long> Read(byte[] bytes, long last)
    {
        var (reader, mask, rows) = (new RowListReader(bytes), new RowMask(), new List<long>());
        for (var block = 0L; block <= BlockOf(last); block++)
        {
            mask.Clear();
            reader.AddTo(block, mask);
            for (var place = mask.Next(0); place >= 0; place = place == RowList.RowsPerBlock - 1 ? -1 : mask.Next(place + 1))
            {
                rows.Add((block * RowList.RowsPerBlock) + place + 1);
            }
        }

        return rows;
    }
}
