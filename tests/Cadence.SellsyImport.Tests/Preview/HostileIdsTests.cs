using Cadence.SellsyImport.Preview;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

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
}
