using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

/// <summary>
/// Cells of millions of characters, each of which once made a reader look through the rest of the cell. Nothing is timed: a reader that does
/// so needs from minutes to hours for one of them.
/// </summary>
public sealed class LongCellTests
{
    private const int Parts = 1_000_000;

    [Theory]
    [InlineData("<!--")]
    [InlineData("<a ='<a ' ")]
    [InlineData("<zz ='<zz ' ")]
    [InlineData("<a ='<a ' =\"<a \" ")]
    public void Tags_without_end_are_text(string part)
    {
        var note = string.Concat(Enumerable.Repeat(part, Parts));

        Assert.Equal(note, NoteReader.ToText(note));
    }

    [Theory]
    [InlineData("<a ='<a ' <b> ' ='", "<a ='<a '  ' ='")]
    [InlineData("<a ='<a ' ='<br>x", "<a ='<a ' ='\nx")]
    [InlineData("<!-- <b>x</b>", "<!-- x")]
    [InlineData("<!-- a --><!-- <i>x", "<!-- x")]
    public void A_tag_behind_what_has_no_end_is_one(string note, string text) => Assert.Equal(text, NoteReader.ToText(note));

    [Theory]
    [InlineData("(")]
    [InlineData("((((((((")]
    public void Parentheses_that_are_not_closed_are_text(string part)
    {
        var cell = string.Concat(Enumerable.Repeat(part, Parts));

        Assert.Equal(cell, MultiValueCell.First(cell, out var several));
        Assert.False(several);
    }

    [Fact]
    public void Equal_parts_with_a_parenthesis_are_one_value()
    {
        Assert.Equal("(", MultiValueCell.First(string.Concat(Enumerable.Repeat("(,", Parts)), out var several));
        Assert.False(several);
    }

    [Fact]
    public void Quotes_that_are_not_closed_are_text()
    {
        var cell = "\"" + string.Concat(Enumerable.Repeat("\\\"", Parts));

        Assert.Equal([cell], CellValues.Of(cell, EmailSplitter.Split));
        Assert.Equal(Parts, CellValues.Of("\"" + string.Concat(Enumerable.Repeat("\\\"@,", Parts)), EmailSplitter.Split).Length);
    }
}
