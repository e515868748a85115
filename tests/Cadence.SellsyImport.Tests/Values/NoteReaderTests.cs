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
    [InlineData("<p title='a>b'>Un</p>", "Un")]
    [InlineData("<p title=\"a>b\" class=\"c>d\">Un</p>", "Un")]
    [InlineData("<p title=\"a>Un</p>", "Un")]
    [InlineData("<p>Un<script>a</p><p>Deux", "Un")]
    [InlineData("<p>Un<script src=\"x\"></script>Deux</p>", "UnDeux")]
    [InlineData("<p>Un</script>Deux</p>", "UnDeux")]
    [InlineData("<!DOCTYPE html><p>Un</p>", "Un")]
    [InlineData("<?xml version=\"1.0\"?><p>Un</p>", "Un")]
    [InlineData("<p>Un<!-- caché", "Un<!-- caché")]
    [InlineData("<p>&Amacr;&zcaron;&OElig;&excl;&QUOT;&num;</p>", "ĀžŒ!\"#")]
    [InlineData("<p>&pas;&amp;eacute;</p>", "&pas;&eacute;")]
    [InlineData("<p/>Un<hr/>Deux", "Un\nDeux")]
    public void A_note_of_html_becomes_text_with_its_line_breaks(string note, string expected) =>
        Assert.Equal(expected, NoteReader.ToText(note));

    [Theory]
    [InlineData("p div li ul ol tr table h1 h2 h3 h4 h5 h6 hr blockquote pre section article header footer dl dt dd address body html form fieldset main nav aside figure center", "Un\nDeux")]
    [InlineData("br BR", "Un\nDeux")]
    [InlineData("td th", "Un Deux")]
    [InlineData("a abbr b big button caption cite code col colgroup del em figcaption font head i iframe img input ins kbd label link mark meta o:p object q s samp small span strike strong sub sup", "UnDeux")]
    [InlineData("svg tbody tfoot thead time tt u var wbr xml STRONG Font", "UnDeux")]
    public void Every_element_of_html_separates_text_as_a_browser_shows_it(string names, string expected) =>
        Assert.All(names.Split(' '), name => Assert.Equal($"Début\n{expected}\nFin", NoteReader.ToText($"<p>Début</p>Un<{name} class=\"x\">Deux<p>Fin</p>")));

    [Theory]
    [InlineData("script", "UnTrois")]
    [InlineData("style", "UnTrois")]
    [InlineData("title", "UnDeuxTrois")]
    [InlineData("span", "UnDeuxTrois")]
    public void Scripts_and_styles_are_no_text(string name, string expected) =>
        Assert.Equal(expected, NoteReader.ToText($"<p>Un<{name}>Deux</{name}>Trois</p>"));

    [Theory]
    [InlineData("a < b")]
    [InlineData("a<b et c>d")]
    [InlineData("1 <2 & 3> 2")]
    [InlineData("Jean <jean@exemple.fr>")]
    [InlineData("Moi <3 toi")]
    [InlineData("  R&D ; \"devis\"\n\n  suite  ")]
    [InlineData("<p")]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<!")]
    [InlineData("<p title=\"a")]
    [InlineData("<p <b")]
    [InlineData("</ p>")]
    [InlineData("<blockquotes>")]
    [InlineData("<script")]
    [InlineData("")]
    public void A_note_that_is_no_html_stays_as_it_is(string note) => Assert.Equal(note, NoteReader.ToText(note));

    [Fact]
    public void The_line_ends_of_a_note_become_line_feeds() => Assert.Equal("Un\nDeux\nTrois\n", NoteReader.ToText("Un\r\nDeux\rTrois\n"));

    [Theory]
    [InlineData("caf&eacute;", "café")]
    [InlineData("R&amp;amp;D", "R&D")]
    [InlineData("R&amp;amp;amp;amp;D", "R&amp;D")]
    [InlineData("&lpar;a&rpar; &scedil;", "(a) ş")]
    [InlineData("&#8364; &#X20ac;", "€ €")]
    [InlineData("&eacute;&&eacute;", "é&é")]
    public void What_was_encoded_up_to_three_times_is_decoded(string text, string expected)
    {
        Assert.True(HtmlEntities.TryDecode(text, out var decoded));
        Assert.Equal(expected, decoded);
    }

    [Theory]
    [InlineData("Dupont & Fils; Acme")]
    [InlineData("&;")]
    [InlineData("&#;")]
    [InlineData("&#x;")]
    [InlineData("&#-1;")]
    [InlineData("&#xD800;")]
    [InlineData("&inconnu;")]
    [InlineData("&eacute")]
    [InlineData("&.;")]
    [InlineData("&a.b;")]
    [InlineData("")]
    public void What_is_no_whole_reference_stays(string text) => Assert.False(HtmlEntities.TryDecode(text, out _));
}
