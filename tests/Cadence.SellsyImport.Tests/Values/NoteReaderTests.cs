using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class NoteReaderTests
{
    [Theory]
    [InlineData("<p>Bonjour</p><p>Au revoir</p>", "Bonjour\nAu revoir")]
    [InlineData("Un<br />Deux<br>Trois<BR/>Quatre", "Un\nDeux\nTrois\nQuatre")]
    [InlineData("Un<br />\r\nDeux", "Un\nDeux")]
    [InlineData("<p>Un</p>\n<p>&nbsp;</p>\n<p>Deux</p>", "Un\n\nDeux")]
    [InlineData("<p>Un</p><br><p>Deux</p>", "Un\n\nDeux")]
    [InlineData("<p>Un</p><p></p><p>Deux</p>", "Un\nDeux")]
    [InlineData("<div>Un <b>gros</b> <i>mot</i></div>", "Un gros mot")]
    [InlineData("<ul><li>Un</li><li>Deux</li></ul>", "Un\nDeux")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("<p>Caf&eacute; &amp; th&#233; &#x20AC;</p>", "Café & thé €")]
    [InlineData("<p>Prix&nbsp;: 3</p>", "Prix\u00A0: 3")]
    [InlineData("<script>alert('<p>')</script><p>Un</p><style>p{}</style>", "Un")]
    [InlineData("<!-- <p> caché --><p>Un</p>", "Un")]
    [InlineData("<a href=\"https://exemple.fr?a>b\">lien</a>", "lien")]
    [InlineData("Appeler <b>demain</b>\r\nou jeudi", "Appeler demain\nou jeudi")]
    [InlineData("<p>&lt;b&gt; est une balise</p>", "<b> est une balise")]
    [InlineData("<p>l&#146;&#233;t&#233;&#1;&#0;</p>", "l’été")]
    [InlineData("<p>a < b et c > d</p>", "a < b et c > d")]
    public void A_note_of_html_becomes_text_with_its_line_breaks(string note, string expected) =>
        Assert.Equal(expected, NoteReader.ToText(note));

    [Theory]
    [InlineData("a < b")]
    [InlineData("a<b et c>d")]
    [InlineData("1 <2 & 3> 2")]
    [InlineData("Jean <jean@exemple.fr>")]
    [InlineData("Moi <3 toi")]
    [InlineData("  R&D ; \"devis\"\n\n  suite  ")]
    [InlineData("<p")]
    [InlineData("<script")]
    [InlineData("")]
    public void A_note_that_is_no_html_stays_as_it_is(string note) => Assert.Equal(note, NoteReader.ToText(note));

    [Fact]
    public void The_line_ends_of_a_note_become_line_feeds() => Assert.Equal("Un\nDeux\nTrois\n", NoteReader.ToText("Un\r\nDeux\rTrois\n"));
}
