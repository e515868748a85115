using System.Globalization;
using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Text;

public class TextFoldingTests
{
    [Theory]
    [InlineData("N° SIREN", "n siren")]
    [InlineData("Nº SIREN", "n siren")]
    [InlineData("№ SIREN", "n siren")]
    [InlineData("E-mail", "e mail")]
    [InlineData("Client / prospects / fournisseurs liés", "client prospects fournisseurs lies")]
    [InlineData("Client/prospects/suppliers linked", "client prospects suppliers linked")]
    [InlineData("\uFEFFPrénom", "prenom")]
    [InlineData("\u00A0Code\u202F postal\u00A0\u00A0", "code postal")]
    [InlineData("ID_SOCIETE_SELLSY", "id societe sellsy")]
    [InlineData("\"Nom\"", "nom")]
    [InlineData("Nom d’usage", "nom d usage")]
    [InlineData("Nom d'usage", "nom d usage")]
    [InlineData("APE/NAF", "ape naf")]
    [InlineData("Smart-tags", "smart tags")]
    [InlineData("LinkedIN", "linkedin")]
    [InlineData("CŒUR Ægir Straße", "coeur aegir strasse")]
    [InlineData("İSTANBUL ılık", "istanbul ilik")]
    [InlineData("Pre\u0301nom", "prenom")]
    [InlineData("Propriétaire 😀 du compte", "proprietaire du compte")]
    [InlineData("Pré\u200Bnom", "prenom")]
    [InlineData(" - / ' _ ", "")]
    [InlineData("", "")]
    public void A_heading_has_no_case_no_accent_and_single_spaces(string heading, string folded) =>
        Assert.Equal(folded, TextFolding.Heading(heading));

    [Theory]
    [InlineData("PrÃ©nom", "prenom")]
    [InlineData("TÃ©lÃ©phone", "telephone")]
    [InlineData("PropriÃ©taire", "proprietaire")]
    [InlineData("PropriÃƒÂ©taire", "proprietaire")]
    [InlineData("NÂ° SIREN", "n siren")]
    [InlineData("SociÃ©tÃ©", "societe")]
    public void A_heading_whose_encoding_was_damaged_is_repaired_first(string heading, string folded) =>
        Assert.Equal(folded, TextFolding.Heading(heading));

    [Theory]
    [InlineData("Hélène BRÛLÉ", "helene brule")]
    [InlineData("He\u0301le\u0300ne Bru\u0302le\u0301", "helene brule")]
    [InlineData("  Jean   Martin ", "jean martin")]
    [InlineData("Jean\u00A0Martin", "jean martin")]
    [InlineData("Jean Martin (Paris)", "jean martin (paris)")]
    [InlineData("Anne–Lise D’Aubigné", "anne-lise d'aubigne")]
    [InlineData("Anne\u2011Lise D`Aubigné", "anne-lise d'aubigne")]
    public void A_persons_name_has_one_form_of_case_accent_hyphen_apostrophe_and_blank(string name, string folded) =>
        Assert.Equal(folded, TextFolding.Label(name));

    [Theory]
    [InlineData("Jean-Pierre Martin", "Jean Pierre Martin")]
    [InlineData("Marie D'Arc", "Marie DArc")]
    [InlineData("Jean Martin", "Jeanne Martin")]
    [InlineData("Jean Martin", "Martin Jean")]
    public void A_hyphen_is_no_space_and_an_apostrophe_counts(string one, string other) =>
        Assert.NotEqual(TextFolding.Label(one), TextFolding.Label(other));

    [Theory]
    [InlineData("Dupont, Martin & Fils", "dupont, martin & fils")]
    [InlineData("L’ÉTÉ  (Groupe)", "l'ete (groupe)")]
    public void A_label_keeps_its_punctuation(string label, string folded) => Assert.Equal(folded, TextFolding.Label(label));

    [Fact]
    public void A_text_that_is_folded_already_is_returned_as_it_is()
    {
        var text = new string("jean martin".AsSpan());

        Assert.Same(text, TextFolding.Heading(text));
        Assert.Same(text, TextFolding.Label(text));
    }

    [Fact]
    public void Every_letter_folds_to_what_folds_to_itself()
    {
        var looked = 0;
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var text = $"a{(char)i}b";
            Assert.Equal(TextFolding.Heading(text), TextFolding.Heading(TextFolding.Heading(text)));
            Assert.Equal(TextFolding.Label(text), TextFolding.Label(TextFolding.Label(text)));
            looked++;
        }

        Assert.Equal(65_536, looked);
    }

    [Fact]
    public void Upper_and_lower_case_of_every_latin_greek_and_cyrillic_letter_fold_alike()
    {
        var looked = 0;
        for (var i = 0x20; i < 0x530; i++)
        {
            var lower = char.ToLowerInvariant((char)i);
            if (lower != (char)i)
            {
                Assert.Equal(TextFolding.Label($"x{lower}"), TextFolding.Label($"x{(char)i}"));
                looked++;
            }
        }

        Assert.True(looked > 300, $"{looked} letters looked at.");
    }

    [Fact]
    public void A_turkish_host_folds_the_same()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = TurkishOrInvariant();
            Assert.Equal("id civilite", TextFolding.Heading("ID CIVILITÉ"));
            Assert.Equal("ines idir", TextFolding.Label("INÈS IDIR"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo TurkishOrInvariant()
    {
        try
        {
            return new CultureInfo("tr-TR");
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
