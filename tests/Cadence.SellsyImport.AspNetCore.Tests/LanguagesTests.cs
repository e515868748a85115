using Cadence.SellsyImport.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Tests;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("fr", "Si les accents sont faux, choisissez un autre encodage : Encodage.")]
    [InlineData("en", "If the accents are wrong, choose another encoding: Encoding.")]
    public void A_text_names_what_a_person_can_choose_as_the_page_does(string language, string remedy)
    {
        using var services = new ServiceCollection().AddSingleton<Languages>().AddOptions().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Headers.AcceptLanguage = language;

        var texts = Languages.Of(http);

        Assert.Equal(language, texts.Language);
        Assert.EndsWith(remedy, texts.IssueText(new(IssueCodes.EncodingFound, IssueSeverity.Warning) { Arguments = ["utf-8", "4", "0"] }), StringComparison.Ordinal);
        Assert.DoesNotContain(texts.All.Values, text => text.Contains("--", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_texts_of_the_host_stand_on_the_page()
    {
        await using var host = await PageHost.StartAsync(configure: options =>
        {
            options.French = ImportTexts.French.With(new Dictionary<string, string> { ["LeadField.FirstName"] = "Petit nom" });
            options.English = ImportTexts.English.With(new Dictionary<string, string> { ["LeadField.FirstName"] = "Given name" });
        });
        using var client = host.Client();

        Assert.Contains("\"Given name\"", await client.GetStringAsync("api/config", PageHost.Cancellation), StringComparison.Ordinal);
        Assert.Contains("\"Petit nom\"", await client.GetStringAsync("api/config?lang=fr", PageHost.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_of_another_language_are_refused_when_the_host_starts()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => PageHost.StartAsync(configure: options => options.French = ImportTexts.English));

        Assert.Contains("SellsyImportPageOptions.French", refused.Message, StringComparison.Ordinal);
    }
}
