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
    [InlineData("@exemple.fr", false)]
    [InlineData("jean@exemple..fr", false)]
    [InlineData("jean@.exemple.fr", false)]
    [InlineData("jean@.", false)]
    [InlineData("\"jean~\"@exemple.fr", true)]
    [InlineData("\"jean\\\"martin\"@exemple.fr", true)]
    [InlineData("\"jean\u0007\"@exemple.fr", false)]
    [InlineData("\"jean@exemple.fr", false)]
    [InlineData("\"jean\"martin@exemple.fr", false)]
    [InlineData("jean@\U00020000.fr", true)]
    [InlineData("jean@a\U00020000b.fr", true)]
    [InlineData("jean@a\U0001F600.fr", true)]
    [InlineData("jean@a\uD840.fr", false)]
    [InlineData("jean@\uDC00.fr", false)]
    [InlineData("", false)]
    public void An_address_is_judged_by_its_structure(string text, bool expected) => Assert.Equal(expected, EmailReader.IsValid(text));

    [Theory]
    [InlineData("jean@exemple.fr", true)]
    [InlineData("jean@[192.0.2.1]", true)]
    [InlineData("jean@[IPv6:::1]", true)]
    [InlineData("jean@exemple", false)]
    [InlineData("jean.martin@exemple", false)]
    [InlineData("jean@@exemple.fr", false)]
    [InlineData("]", false)]
    public void Mail_can_be_sent_to_a_name_with_a_dot_or_to_an_ip_address(string text, bool expected) =>
        Assert.Equal(expected, EmailReader.IsFullyQualified(text));

    [Fact]
    public void The_lengths_of_rfc_5321_are_counted_in_octets()
    {
        Assert.True(EmailReader.IsValid(new string('a', 64) + "@exemple.fr"));
        Assert.False(EmailReader.IsValid(new string('a', 65) + "@exemple.fr"));
        Assert.True(EmailReader.IsValid(new string('é', 32) + "@exemple.fr"));
        Assert.False(EmailReader.IsValid(new string('é', 33) + "@exemple.fr"));
        Assert.True(EmailReader.IsValid($"a@{new string('b', 63)}.fr"));
        Assert.False(EmailReader.IsValid($"a@{new string('b', 64)}.fr"));
        var domain = string.Join('.', Enumerable.Repeat(new string('b', 60), 4));
        Assert.True(EmailReader.IsValid($"{new string('a', 254 - 1 - domain.Length)}@{domain}"));
        Assert.False(EmailReader.IsValid($"{new string('a', 255 - 1 - domain.Length)}@{domain}"));
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
    [InlineData("a@b.fr - c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr & c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr et c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr and c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("a@b.fr or c@d.fr", "a@b.fr|c@d.fr")]
    [InlineData("et a@b.fr", "et a@b.fr")]
    [InlineData("a@b.fr et", "a@b.fr et")]
    [InlineData("\"jean martin\"@b.fr c@d.fr", "\"jean martin\"@b.fr|c@d.fr")]
    [InlineData("\"a,b\"@c.fr, d@e.fr", "\"a,b\"@c.fr|d@e.fr")]
    [InlineData("mailto:a@b.fr?subject=x", "a@b.fr")]
    [InlineData("mailto:a@b.fr", "a@b.fr")]
    [InlineData("mailto:jean?martin@b.fr", "jean?martin@b.fr")]
    [InlineData("mailto:@b.fr?x", "@b.fr")]
    [InlineData("Jean Martin <a@b.fr>", "a@b.fr")]
    [InlineData("Jean Martin <a@b.fr", "Jean Martin <a@b.fr")]
    [InlineData("a@b.fr>", "a@b.fr>")]
    [InlineData("Jean <a,b@c.fr>, d@e.fr", "a,b@c.fr|d@e.fr")]
    [InlineData("Jean <a b@c.fr>", "Jean <a b@c.fr>")]
    [InlineData("Jean <>, d@e.fr", "Jean <>|d@e.fr")]
    [InlineData("Jean <\"a b\"@c.fr>", "\"a b\"@c.fr")]
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
