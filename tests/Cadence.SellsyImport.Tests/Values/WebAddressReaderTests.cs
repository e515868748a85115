using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class WebAddressReaderTests
{
    [Theory]
    [InlineData("https://www.linkedin.com/in/jean-martin")]
    [InlineData("fr.linkedin.com/in/jean-martin-4b1a")]
    [InlineData("linkedin.com/in/jean-français")]
    [InlineData("https://fr.linkedin.com/in/hélène-brûlé/")]
    [InlineData("HTTP://EXEMPLE.FR")]
    [InlineData("exemple.fr")]
    [InlineData("www.exemple.fr:8080/a?b=c#d")]
    [InlineData("https://société.fr")]
    [InlineData("https://xn--socit-esab.fr")]
    [InlineData("http://192.0.2.1/accueil")]
    [InlineData("https://exemple.fr/Doc avec espaces.pdf")]
    [InlineData(" exemple.fr ")]
    [InlineData("exemple.fr:1")]
    [InlineData("exemple.fr:65535")]
    [InlineData("https://exemple.xn--p1ai")]
    public void An_address_with_or_without_scheme_country_host_or_accents_is_valid(string text) =>
        Assert.True(WebAddressReader.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert.fr")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://exemple.fr")]
    [InlineData("mailto:jean@exemple.fr")]
    [InlineData("jean@exemple.fr")]
    [InlineData("https://jean@exemple.fr")]
    [InlineData("//exemple.fr")]
    [InlineData("in/jean-martin")]
    [InlineData("/in/jean-martin")]
    [InlineData("@jeanmartin")]
    [InlineData("Jean Martin")]
    [InlineData("localhost")]
    [InlineData("https://")]
    [InlineData("https://exemple")]
    [InlineData("192.0.2.1")]
    [InlineData("05.46.77.88.99")]
    [InlineData("exemple.f")]
    [InlineData("exemple..fr")]
    [InlineData("exemple.fr autre.fr")]
    [InlineData("exemple.fr/a www.autre.fr")]
    [InlineData("https://exemple.fr/ https://autre.fr/")]
    [InlineData("https://exemple.fr/<script>")]
    [InlineData("https://exemple.fr\\@autre.fr")]
    [InlineData("exemple.fr:0")]
    [InlineData("exemple.fr:port")]
    [InlineData("exemple.fr:65536")]
    [InlineData("exemple.fr:100000")]
    [InlineData("exemple.fr:")]
    [InlineData(":80")]
    [InlineData("exemple.f2")]
    [InlineData("exemple.a-b")]
    [InlineData("https://exemple.fr/\u0001")]
    public void What_is_no_web_address_is_not_valid(string text) => Assert.False(WebAddressReader.IsValid(text));
}
