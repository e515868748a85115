using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class ControlCharactersTests
{
    [Theory]
    [InlineData("", -1)]
    [InlineData("a\tb\r\nc", -1)]
    [InlineData("Hélène 😀 à", -1)]
    [InlineData("ab\0c", 2)]
    [InlineData("ab\u001Bc", 2)]
    [InlineData("\u007F", 0)]
    [InlineData("a\u0085", 1)]
    public void The_first_control_character_is_found(string text, int index) => Assert.Equal(index, ControlCharacters.IndexOf(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_found()
    {
        Assert.Equal(2, ControlCharacters.IndexOf("😀" + '\uD83D'));
        Assert.Equal(1, ControlCharacters.IndexOf("a" + '\uDE00' + "b"));
        Assert.Equal(1, ControlCharacters.IndexOf("a" + '\uD83D' + "b"));
    }
}
