using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Owners;

public sealed class NameCorpusTests
{
    [Fact]
    public void The_folded_names_are_equal_where_the_corpus_says_so_and_only_there()
    {
        var pairs = NameCorpus.Load();
        foreach (var pair in pairs)
        {
            var owner = TextFolding.PersonName(pair.Owner);
            var isInOrder = owner == TextFolding.PersonName($"{pair.FirstName} {pair.LastName}");
            var isSwapped = owner == TextFolding.PersonName($"{pair.LastName} {pair.FirstName}");
            Assert.True(pair.Same == (isInOrder || isSwapped), $"{pair.Owner} / {pair.FirstName} {pair.LastName}: {pair.Why}");
            Assert.True(!pair.Same || pair.Swapped == !isInOrder, $"{pair.Owner} / {pair.FirstName} {pair.LastName}: {pair.Why}");
        }

        Assert.True(pairs.Length >= 140, $"{pairs.Length} pairs");
    }
}
