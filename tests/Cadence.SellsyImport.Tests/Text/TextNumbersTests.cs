using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Text;

public sealed class TextNumbersTests
{
    private static readonly string[] Texts =
        ["", "a", "dupont & fils", "café", "株式会社", "\ud800", "\ud801", "\u00e9", "\0", new('x', 70_000), new('é', 40_000), .. Enumerable.Range(0, 5_000).Select(number => $"société {number}")];

    [Fact]
    public void Each_text_has_one_number_in_the_order_of_the_first_time_and_comes_back_as_it_was()
    {
        var numbers = new TextNumbers();

        var first = Texts.Select(text => numbers.Add(text)).ToList();
        var again = Texts.Reverse().Select(text => numbers.Add(text)).Reverse().ToList();

        Assert.Equal(Enumerable.Range(0, Texts.Length), first);
        Assert.Equal(first, again);
        Assert.Equal(Texts, first.Select(number => numbers[number]));
        Assert.Equal(first, Texts.Select(text => numbers.Find(text)));
        Assert.Equal(-1, numbers.Find("dupont"));
    }

    [Fact]
    public void A_text_is_read_into_a_buffer_that_grows()
    {
        var numbers = new TextNumbers();
        char[] buffer = [];

        foreach (var text in Texts)
        {
            Assert.Equal(text, numbers.Read(numbers.Add(text), ref buffer).ToString());
        }
    }

    [Theory]
    [InlineData("abc", "abd")]
    [InlineData("abc", "ab")]
    [InlineData("é", "e")]
    [InlineData("é", "ab")]
    [InlineData("ab", "慡")]
    public void Texts_that_differ_are_not_each_other(string text, string other)
    {
        var store = new TextStore();
        var number = store.Add(text);

        Assert.True(store.Is(number, text));
        Assert.False(store.Is(number, other));
        Assert.False(store.Is(store.Add(other), text));
    }
}
