using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class HeadingFamiliesTests
{
    [Theory]
    [InlineData(HeadingFamily.ImportTemplate, "CONTACT ID", "PRENOM CONTACT")]
    [InlineData(HeadingFamily.ImportTemplate, "contact id", "prenom contact", "ville")]
    [InlineData(HeadingFamily.ImportTemplate, "VILLE", "CODE POSTAL")]
    [InlineData(HeadingFamily.FrenchList, "Ville", "Code postal")]
    [InlineData(HeadingFamily.FrenchList, "Prénom", "Nom", "Email")]
    [InlineData(HeadingFamily.FrenchList, "PrÃ©nom", "Ville")]
    [InlineData(HeadingFamily.FrenchList, "PRÉNOM", "NOM", "VILLE")]
    [InlineData(HeadingFamily.FrenchList, "Email", "Fax")]
    [InlineData(HeadingFamily.EnglishList, "First name", "Name", "Email")]
    [InlineData(HeadingFamily.Mixed, "CONTACT ID", "PRENOM CONTACT", "Propriétaire")]
    [InlineData(HeadingFamily.Mixed, "Prénom", "Owner")]
    [InlineData(HeadingFamily.Unknown, "Score", "Couleur")]
    [InlineData(HeadingFamily.Unknown, "", "")]
    public void The_headings_tell_the_family(HeadingFamily family, params string[] headings) =>
        Assert.Equal(family, HeadingFamilies.Of(headings));

    [Fact]
    public void A_file_without_headings_is_of_no_family() => Assert.Equal(HeadingFamily.Unknown, HeadingFamilies.Of([]));

    [Fact]
    public void A_heading_of_the_account_does_not_change_the_family() =>
        Assert.Equal(HeadingFamily.FrenchList, HeadingFamilies.Of(["Prénom", "Nom", "Score", "Contact principal", "Couleur préférée"]));
}
