using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>The words of states and the forms of address that tell columns apart.</summary>
public sealed class StatusWordsTests
{
    [Theory]
    [InlineData("actif active actifs inactif inactive activé activée désactivé désactivée enabled disabled")]
    [InlineData("archivé archivée archive archived supprimé supprimée deleted bloqué bloquée blocked suspendu suspendue suspended")]
    [InlineData("en_attente pending en_cours in_progress validé validée valide valid invalide invalid brouillon draft")]
    [InlineData("ouvert ouverte open fermé fermée closed clos terminé terminée done nouveau nouvelle new gagné won perdu lost")]
    [InlineData("annulé annulée cancelled canceled confirmé confirmée confirmed client prospect suspect fournisseur oui non yes no")]
    public void A_state_is_one_in_any_case(string states) => Assert.All(states.Split(' ').Select(state => state.Replace('_', ' ')), state =>
    {
        Assert.True(StatusWords.Contain(state));
        Assert.True(StatusWords.Contain(state.ToUpperInvariant()));
        Assert.True(StatusWords.ContainWord(state));
    });

    [Theory]
    [InlineData("Marie")]
    [InlineData("")]
    [InlineData("actif depuis 2020")]
    public void Other_words_are_no_states(string text) => Assert.False(StatusWords.Contain(text));

    [Fact]
    public void A_single_letter_may_be_the_initial_of_a_name()
    {
        Assert.True(StatusWords.Contain("N"));
        Assert.False(StatusWords.ContainWord("N"));
    }

    [Theory]
    [InlineData("M. Mme Mlle mister miss mx mx. dr dr. docteur doctor pr pr. prof prof. professeur professor me me. maître maitre sir madam")]
    public void Forms_of_address_and_titles_are_civilities(string civilities) =>
        Assert.All(civilities.Split(' '), civility =>
        {
            Assert.True(CivilityWords.Contain(civility));
            Assert.True(CivilityWords.Contain(civility.ToUpperInvariant()));
        });

    [Theory]
    [InlineData("Directrice")]
    [InlineData("Gérant")]
    [InlineData("")]
    public void A_job_is_no_civility(string text) => Assert.False(CivilityWords.Contain(text));

    [Theory]
    [InlineData("id", true)]
    [InlineData("identifiant", true)]
    [InlineData("titre", true)]
    [InlineData("title", true)]
    [InlineData("collaborateur", true)]
    [InlineData("collaborateurs affectes", true)]
    [InlineData("nom", false)]
    [InlineData("", false)]
    public void Some_aliases_mean_other_things_too(string heading, bool isWeak) => Assert.Equal(isWeak, WeakHeadings.Contains(heading));
}
