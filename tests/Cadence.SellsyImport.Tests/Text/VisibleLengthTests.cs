using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Text;

public class VisibleLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Hélène", 6)]
    [InlineData("He\u0301le\u0300ne", 6)]
    [InlineData("👩‍👩‍👧‍👦", 1)]
    [InlineData("🇫🇷é", 2)]
    [InlineData("a\r\nb", 3)]
    public void A_length_counts_what_a_person_sees(string text, int length)
    {
        Assert.Equal(length, VisibleLength.Of(text));
        Assert.False(VisibleLength.IsLongerThan(text, length));
        Assert.Equal(length > 0, VisibleLength.IsLongerThan(text, length - 1));
    }
}
