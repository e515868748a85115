using Cadence.SellsyImport.Planning;
using Cadence.SellsyImport.Tests.Properties;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Planning;

public sealed class ContactIndexTests
{
    [Fact]
    public void It_remembers_what_a_dictionary_remembers()
    {
        var ids = Gen.OneOf(
            Gen.Choose(0, 5_000).Select(id => $"{id}"),
            Gen.Choose(0, 50).Select(id => $"00{id}"),
            Gen.Choose(0, 50).Select(id => $"{ulong.MaxValue - (ulong)id}"),
            Gen.Elements("", "x", "1e5", "99999999999999999999999"));
        Property.Holds(
            Prop.ForAll(ids.ArrayOf(3_000).ToArbitrary(), all =>
            {
                var (index, expected) = (new ContactIndex(), new Dictionary<string, long>());
                for (var row = 1; row <= all.Length; row++)
                {
                    ref var found = ref index.RowOf(all[row - 1]);
                    Assert.Equal(expected.GetValueOrDefault(all[row - 1]), found);
                    if (found == 0)
                    {
                        found = row;
                        expected[all[row - 1]] = row;
                    }
                }
            }),
            tests: 20);
    }

    [Fact]
    public void A_million_ids_that_follow_each_other_are_all_found()
    {
        var index = new ContactIndex();
        for (var id = 1; id <= 1_000_000; id++)
        {
            index.RowOf($"{id + 500_000_000}") = id;
        }

        for (var id = 1; id <= 1_000_000; id += 997)
        {
            Assert.Equal(id, index.RowOf($"{id + 500_000_000}"));
        }
    }
}
