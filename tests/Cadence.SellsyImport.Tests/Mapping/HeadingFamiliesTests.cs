using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class HeadingFamiliesTests
{
    [Theory]
    [InlineData(HeadingFamily.A, "CONTACT ID", "PRENOM CONTACT")]
    [InlineData(HeadingFamily.A, "contact id", "prenom contact", "ville")]
    [InlineData(HeadingFamily.A, "VILLE", "CODE POSTAL")]
    [InlineData(HeadingFamily.B, "Ville", "Code postal")]
    [InlineData(HeadingFamily.B, "Prénom", "Nom", "Email")]
    [InlineData(HeadingFamily.B, "PrÃ©nom", "Ville")]
    [InlineData(HeadingFamily.B, "PRÉNOM", "NOM", "VILLE")]
    [InlineData(HeadingFamily.B, "Email", "Fax")]
    [InlineData(HeadingFamily.C, "First name", "Name", "Email")]
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
        Assert.Equal(HeadingFamily.B, HeadingFamilies.Of(["Prénom", "Nom", "Score", "Contact principal", "Couleur préférée"]));
}
