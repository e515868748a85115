using Cadence.SellsyImport.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Cadence.SellsyImport.AspNetCore.Tests;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("fr", "Si les accents sont faux, choisissez un autre encodage : Encodage.")]
    [InlineData("en", "If the accents are wrong, choose another encoding: Encoding.")]
    public void A_text_names_what_a_person_can_choose_as_the_page_does(string language, string remedy)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = language;

        var texts = Languages.Of(http);

        Assert.Equal(language, texts.Language);
        Assert.EndsWith(remedy, texts.IssueText(new(IssueCodes.EncodingFound, IssueSeverity.Warning) { Arguments = ["utf-8", "4", "0"] }), StringComparison.Ordinal);
        Assert.DoesNotContain(texts.All.Values, text => text.Contains("--", StringComparison.Ordinal));
    }
}
