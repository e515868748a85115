using System.Globalization;
using Cadence.SellsyImport.Preview;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

public sealed class ContactIndexTests
{
    private static readonly Gen<string> Ids = Gen.OneOf(
        Gen.Choose(0, 5_000).Select(id => $"{id}"),
        Gen.Choose(0, 50).Select(id => $"00{id}"),
        Gen.Choose(0, 50).Select(id => $"{ulong.MaxValue - (ulong)id}"),
        Gen.Elements("0", "00", "99999999999999999999999"));

    [Fact]
    public void It_remembers_what_a_dictionary_remembers()
    {
        Properties.Property.Holds(
            Prop.ForAll(Ids.ArrayOf(3_000).ToArbitrary(), all =>
            {
                var (index, expected) = (new FirstRowByContact(hints: null), new Dictionary<string, long>());
                for (var row = 1; row <= all.Length; row++)
                {
                    ref var found = ref index.RowOf(ContactKey.Of(all[row - 1]));
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

    /// <summary>Whatever the hints say of an id that occurs once, every id that occurs again is found; and of most that do not nothing is kept.</summary>
    [Fact]
    public void With_hints_it_remembers_every_contact_that_is_met_again()
    {
        var (alone, told) = (0, 0);
        Properties.Property.Holds(
            Prop.ForAll(Ids.ArrayOf(1_000).ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), Gen.Elements(1L, 4_096, 400_000).ToArbitrary(), (all, part, length) =>
            {
                var (hints, later) = (new ContactHints(length), new ContactHints(length));
                for (var i = 0; i < all.Length; i++)
                {
                    (i < part ? hints : later).Add(ContactKey.Of(all[i]).Number);
                }

                hints.Add(later);
                var (index, expected) = (new FirstRowByContact(hints), new Dictionary<string, long>());
                for (var row = 1; row <= all.Length; row++)
                {
                    ref var found = ref index.RowOf(ContactKey.Of(all[row - 1]));
                    Assert.Equal(expected.GetValueOrDefault(all[row - 1]), found);
                    found = row;
                    expected[all[row - 1]] = row;
                }

                var once = all.CountBy(id => id).Where(id => id.Value == 1 && ulong.TryParse(id.Key, out _)).ToList();
                alone += length > 4_096 ? once.Count : 0;
                told += length > 4_096 ? once.Count(id => hints.IsAlone(ulong.Parse(id.Key, CultureInfo.InvariantCulture))) : 0;
            }),
            tests: 60);
        Assert.True(told > 0.7 * alone, $"{told} of {alone} ids are known to occur once.");
    }

    [Fact]
    public void A_million_ids_that_follow_each_other_are_all_found()
    {
        var index = new FirstRowByContact(hints: null);
        for (var id = 1; id <= 1_000_000; id++)
        {
            index.RowOf(new((ulong)id + 500_000_000, null)) = id;
        }

        for (var id = 1; id <= 1_000_000; id += 997)
        {
            Assert.Equal(id, index.RowOf(new((ulong)id + 500_000_000, null)));
        }
    }
}
