using Cadence.SellsyImport.Files;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class ForeignExportsTests
{
    [Theory]
    [InlineData("comments", "ID COMMENTAIRE SELLSY", "ID COMMENTAIRE PARENT", "ID CLIENT/PROSPECT/FOURNISSEUR", "DATE", "TEXTE")]
    [InlineData("comments", "ID COMMENTAIRE SELLSY", "CONTACT ID", "TEXTE")]
    [InlineData("tasks", "TITRE", "TERMINEE", "LABEL", "DATE", "DATE DE CREATION", "DESCRIPTION", "CREATEUR", "OBJET LIE")]
    [InlineData("tasks", "Titre", "Terminée", "Date", "Objet lié")]
    [InlineData("companies", "Nom", "N° SIREN", "Contacts", "Propriétaire")]
    [InlineData("companies", "Nom", "Contacts", "Propriétaire", "Ville")]
    [InlineData("companies", "Name", "SIREN", "Contacts", "Owner")]
    [InlineData("products", "ID Produit", "Référence", "Nom commercial")]
    [InlineData("products", "RÃ©fÃ©rence", "Nom commercial", "Prix")]
    [InlineData("invoices", "Numéro", "Client", "Date", "Statut", "Montant TTC")]
    public void Another_export_of_Sellsy_is_recognised(string export, params string[] headings) =>
        Assert.Equal(export, ForeignExports.Recognise(headings));

    [Theory]
    [InlineData("Nom", "N° SIREN", "Propriétaire", "Prénom")]
    [InlineData("Nom", "N° SIREN", "Propriétaire")]
    [InlineData("Prénom", "Nom", "Contacts", "Propriétaire")]
    [InlineData("CONTACT ID", "NOM CONTACT", "TITRE", "LABEL", "TERMINEE")]
    [InlineData("Prénom", "ID Produit", "Numéro", "Montant TTC")]
    [InlineData("Score", "Couleur")]
    public void What_may_be_a_contact_export_is_not_refused(params string[] headings) => Assert.Null(ForeignExports.Recognise(headings));

    [Fact]
    public void No_subset_of_the_columns_of_a_family_is_another_export()
    {
        foreach (var name in new[] { "family A, all columns", "family B, all columns", "family C, displayed columns" })
        {
            var headings = HeadingCorpus.Load().Rows.Single(row => row.Name == name).Headings;
            Prop.ForAll(Gen.SubListOf(headings).ToArbitrary(), subset => ForeignExports.Recognise([.. subset]) is null).QuickCheckThrowOnFailure();
        }
    }
}
