using Cadence.SellsyImport.Planning;
using Xunit;

namespace Cadence.SellsyImport.Tests.Planning;

public sealed class HostileIdsTests
{
    /// <summary>The inverse of the multiplier of Fibonacci hashing: products of these ids with it follow each other.</summary>
    private const ulong Inverse = 0xF1DE83E19937733D;

    [Fact]
    public void Ids_that_were_chosen_for_one_place_of_the_table_are_spread_over_it()
    {
        var places = Enumerable.Range(1, 10_000).Select(step => ContactTable.HashOf(unchecked((ulong)step * Inverse)) >> 52).Distinct().Count();

        Assert.InRange(places, 3_000, 4_096);
    }

    [Fact]
    public void Rows_of_a_few_bytes_are_not_kept_by_the_million()
    {
        var packer = new RecordPacker(null!);
        packer.Start(new(1, 1, 0));
        var kept = 0;
        for (; packer.CanKeepRows && kept < 1_000_000; kept++)
        {
            packer.Add(new(kept + 1, new(kept + 2, kept + 2), ColumnSelection.None, []) { ByteOffset = 2 * kept, ByteLength = 1 });
        }

        Assert.InRange(kept, 10_000, 50_000);
    }
}
