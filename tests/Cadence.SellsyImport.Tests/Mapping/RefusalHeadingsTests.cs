using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>Which columns of consents hold refusals: a yes under them must never become a consent.</summary>
public sealed class RefusalHeadingsTests
{
    [Theory]
    [InlineData("Désinscrit campagnes email")]
    [InlineData("Désabonnée")]
    [InlineData("Unsubscribed")]
    [InlineData("Opt-out")]
    [InlineData("Opted out of e-mail")]
    [InlineData("STOP SMS")]
    [InlineData("Refus e-mailing")]
    [InlineData("Opposition e-mail")]
    [InlineData("Opposé au démarchage")]
    [InlineData("Liste noire")]
    [InlineData("Blacklisté")]
    [InlineData("Email bloqué")]
    [InlineData("Exclu des campagnes")]
    [InlineData("Ne pas contacter par e-mail")]
    [InlineData("N'accepte pas les e-mails")]
    [InlineData("Non abonné")]
    [InlineData("Not subscribed")]
    [InlineData("Do not email")]
    [InlineData("Don't call")]
    [InlineData("Sans consentement")]
    public void Under_a_refusal_or_a_negation_yes_is_a_refusal(string heading) => Assert.True(RefusalHeadings.Are(heading));

    [Theory]
    [InlineData("Inscrit campagnes email")]
    [InlineData("Inscrit (oui/non)")]
    [InlineData("Newsletter: yes / no")]
    [InlineData("Opt-in")]
    [InlineData("Consentement RGPD")]
    [InlineData("Notes")]
    [InlineData("Non désinscrit")]
    [InlineData("")]
    [InlineData(null)]
    public void Under_any_other_heading_yes_is_a_consent(string? heading) => Assert.False(RefusalHeadings.Are(heading));
}
