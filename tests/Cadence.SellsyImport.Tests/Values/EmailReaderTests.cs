using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class EmailReaderTests
{
    [Theory]
    [InlineData("jean.martin@exemple.fr", true)]
    [InlineData("jean+salon@exemple.fr", true)]
    [InlineData("o'neil@exemple.fr", true)]
    [InlineData("jérôme@société.fr", true)]
    [InlineData("\"jean martin\"@exemple.fr", true)]
    [InlineData("jean@[192.0.2.1]", true)]
    [InlineData("jean@[IPv6:2001:db8::1]", true)]
    [InlineData("jean@[192.0.2.256]", false)]
    [InlineData("jean@192.0.2.1", false)]
    [InlineData("jean@@exemple.fr", false)]
    [InlineData("jean martin@exemple.fr", false)]
    [InlineData("jean@exemple", true)]
    [InlineData("jean@exemple.", false)]
    [InlineData("jean.@exemple.fr", false)]
    [InlineData("je..an@exemple.fr", false)]
    [InlineData("jean@exe_mple.fr", false)]
    [InlineData("jean@-exemple.fr", false)]
    [InlineData("jean@exemple.fr\u00A0", false)]
    [InlineData("jean\u200B@exemple.fr", false)]
    [InlineData("exemple.fr", false)]
    [InlineData("05 46 77 88 99", false)]
    [InlineData("", false)]
    public void An_address_is_judged_by_its_structure(string text, bool expected) => Assert.Equal(expected, EmailReader.IsValid(text));

    [Fact]
    public void The_lengths_of_rfc_5321_are_counted_in_octets()
    {
        Assert.True(EmailReader.IsValid(new string('a', 64) + "@exemple.fr"));
        Assert.False(EmailReader.IsValid(new string('a', 65) + "@exemple.fr"));
        Assert.True(EmailReader.IsValid(new string('é', 32) + "@exemple.fr"));
        Assert.False(EmailReader.IsValid(new string('é', 33) + "@exemple.fr"));
        Assert.True(EmailReader.IsValid($"a@{new string('b', 63)}.fr"));
        Assert.False(EmailReader.IsValid($"a@{new string('b', 64)}.fr"));
    }

    [Theory]
    [InlineData("a@b.fr", "a@b.fr")]
    [InlineData(" a@b.fr ", "a@b.fr")]
    [InlineData("a@b.fr, c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr;c@d.fr;", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr|c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr\r\nc@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr / c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr ou c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("\"a,b\"@c.fr, d@e.fr", "\"a,b\"@c.fr|d@e.fr")]
    [InlineData("mailto:a@b.fr?subject=x", "a@b.fr")]
    [InlineData("Jean Martin <a@b.fr>", "a@b.fr")]
    [InlineData("\"Martin, Jean\" <a@b.fr>; <c@d.fr>", "a@b.fr|c@d.fr")]
    [InlineData("jean martin@b.fr", "jean martin@b.fr")]
    [InlineData("test . test@b.fr", "test . test@b.fr")]
    [InlineData("a@b.fr (perso)", "a@b.fr (perso)")]
    [InlineData("a b", "a b")]
    [InlineData("\"a@b.fr", "\"a@b.fr")]
    [InlineData("a@b.fr, pas d'adresse", "a@b.fr|pas d'adresse")]
    [InlineData("jean@exemple,fr", "jean@exemple,fr")]
    [InlineData("jean@exemple;fr", "jean@exemple;fr")]
    [InlineData("jean@exemple, fr", "jean@exemple, fr")]
    [InlineData("jean@exemple,co,uk", "jean@exemple,co,uk")]
    [InlineData("jean@mail,exemple.fr; a@b.fr", "jean@mail,exemple.fr|a@b.fr")]
    [InlineData("jean,martin@exemple.fr", "jean,martin@exemple.fr")]
    [InlineData("jean, martin@exemple.fr", "jean|martin@exemple.fr")]
    [InlineData("aucun;martin@exemple.fr", "aucun|martin@exemple.fr")]
    [InlineData("a@b,c@d.fr", "a@b|c@d.fr")]
    [InlineData("a@b, Jean <c@d.fr>", "a@b|c@d.fr")]
    [InlineData("N/C,a@b.fr", "a@b.fr")]
    [InlineData("'a@b.fr'", "a@b.fr")]
    [InlineData("'a@b.fr; 'c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("o'brien@b.fr", "o'brien@b.fr")]
    [InlineData("Jean <'a@b.fr'>", "a@b.fr")]
    [InlineData("N/C", "")]
    [InlineData(" ; ", "")]
    public void The_addresses_of_a_cell_are_taken_apart(string cell, string expected) =>
        Assert.Equal(expected, string.Join('|', CellValues.Of(cell, EmailSplitter.Split)));
}
