using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Text;

public class SimilarityTests
{
    [Theory]
    [InlineData("", "", 1)]
    [InlineData("", "nom", 0)]
    [InlineData("nom", "nom", 1)]
    [InlineData("siren", "siret", 0.8)]
    [InlineData("jean martin", "jaen martin", 10.0 / 11)]
    [InlineData("abc", "xyz", 0)]
    public void Similarity_is_the_share_of_characters_that_stay(string one, string other, double score)
    {
        Assert.Equal(score, Similarity.Score(one, other), 10);
        Assert.Equal(score, Similarity.Score(other, one), 10);
    }

    [Fact]
    public void Long_texts_are_scored_too() =>
        Assert.Equal(0.999, Similarity.Score(new string('a', 1_000), new string('a', 999) + "b"), 10);
}
