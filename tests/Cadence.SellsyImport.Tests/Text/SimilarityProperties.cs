using Cadence.SellsyImport.Tests.Properties;
using Cadence.SellsyImport.Text;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Text;

public sealed class SimilarityProperties
{
    [Fact]
    public void A_least_score_changes_no_score_that_reaches_it() =>
        Property.Holds(Prop.ForAll(Words, Words, (one, other) =>
        {
            foreach (var least in new[] { 0.3, 0.5, 0.7, 0.9 })
            {
                var score = Similarity.Score(one, other);
                var bounded = Similarity.Score(one, other, least);
                Assert.True(score >= least ? bounded == score : bounded < least, $"'{one}' and '{other}' from {least}: {bounded}, {score}");
            }
        }));

    private static FsCheck.Arbitrary<string> Words { get; } =
        Gen.Elements("a", "b", "c", "ab", "ba", "nom", "prenom", " ", "é").ArrayOf().Select(string.Concat).ToArbitrary();
}
