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
    [InlineData("N'accepte pas")]
    [InlineData("N'est plus abonné")]
    [InlineData("N’est pas inscrit")]
    [InlineData("Plus abonné")]
    [InlineData("Ne reçoit plus la newsletter")]
    [InlineData("Ni SMS ni e-mail")]
    [InlineData("Absence de consentement")]
    [InlineData("Consentement retiré")]
    [InlineData("Retrait du consentement")]
    [InlineData("Consent withdrawn")]
    [InlineData("Inscription annulée")]
    [InlineData("À exclure des campagnes")]
    [InlineData("Interdiction d'emailing")]
    [InlineData("Liste Robinson")]
    public void Under_a_refusal_or_a_negation_yes_is_a_refusal(string heading) => Assert.True(RefusalHeadings.Are(heading));

    [Theory]
    [InlineData("Inscrit campagnes email")]
    [InlineData("Inscrit (oui/non)")]
    [InlineData("Newsletter: yes / no")]
    [InlineData("Opt-in")]
    [InlineData("Consentement RGPD")]
    [InlineData("Notes")]
    [InlineData("Non désinscrit")]
    [InlineData("Sans opposition")]
    [InlineData("Absence d'opposition")]
    [InlineData("N'est plus désabonné")]
    [InlineData("Recevoir plus d'offres")]
    [InlineData("Aucune opposition")]
    [InlineData("Pas d'opposition")]
    [InlineData("Jamais désabonné")]
    [InlineData("Ne s'oppose pas aux e-mails")]
    [InlineData("Ne souhaite pas se désinscrire")]
    [InlineData("N'a pas refusé")]
    [InlineData("Not opted out")]
    [InlineData("Never unsubscribed")]
    [InlineData("Without opt-out")]
    [InlineData("Nicht abgemeldet")]
    [InlineData("")]
    [InlineData(null)]
    public void Under_any_other_heading_yes_is_a_consent(string? heading) => Assert.False(RefusalHeadings.Are(heading));

    [Theory]
    [InlineData("desinscrit désinscrite desinscrits désinscription désabonné desabonnee désabonnés désabonnement refus refusé")]
    [InlineData("opposition opposé opposée opposés exclu exclue exclus exclusion bloqué bloquée blacklisté blacklistée résilié résiliation")]
    [InlineData("unsubscribed unsubscribe optout optedout stop blocked blacklist blacklisted excluded abgemeldet disiscritto")]
    public void Each_word_of_a_refusal_is_one_and_none_behind_a_negation(string words) => Assert.All(words.Split(' '), word =>
    {
        Assert.True(RefusalHeadings.Are($"E-mail {word}"));
        Assert.False(RefusalHeadings.Are($"Non {word}"));
    });

    [Theory]
    [InlineData("non ne pas sans jamais no not don't dont never nicht kein keine")]
    public void Each_negation_turns_an_affirmation_around(string words) => Assert.All(words.Split(' '), word => Assert.True(RefusalHeadings.Are($"{word} mail")));

    [Theory]
    [InlineData("Newsletter oui ou non", false)]
    [InlineData("Newsletter yes no", false)]
    [InlineData("Désinscrit (oui/non)", true)]
    [InlineData("opt mail out", false)]
    [InlineData("opted out", true)]
    [InlineData("liste noire", true)]
    [InlineData("liste mail noire", false)]
    [InlineData(null, false)]
    public void How_a_column_is_filled_in_is_no_negation(string? heading, bool areRefusals) => Assert.Equal(areRefusals, RefusalHeadings.Are(heading));
}
