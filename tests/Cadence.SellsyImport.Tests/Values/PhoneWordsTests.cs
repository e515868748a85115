using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

/// <summary>The words that people write beside a number.</summary>
public class PhoneWordsTests
{
    private const string Number = "05 46 77 88 99";

    [Theory]
    [InlineData("t tel tél telephone téléphone tph phone p port portable m mob mobile gsm cell cellulaire cel")]
    [InlineData("fixe bureau bur standard std accueil ligne directe direct domicile dom maison perso personnel pro professionnel travail")]
    [InlineData("numero numéro num no n de du office work home main number whatsapp secretariat secrétariat principal")]
    public void A_kind_of_phone_is_removed_before_and_behind_the_number(string words) => Assert.All(words.Split(' '), word =>
    {
        Assert.Equal(Number, WithoutWords($"{word} : {Number}"));
        Assert.Equal(Number, WithoutWords($"{Number} ({word})"));
        Assert.Equal(Number, WithoutWords($"{word.ToUpperInvariant()}. {Number}"));
    });

    [Theory]
    [InlineData("fax telecopie télécopie telecopieur télécopieur f")]
    public void A_fax_is_removed_only_where_a_fax_is_meant(string words) => Assert.All(words.Split(' '), word =>
    {
        Assert.Equal(Number, WithoutWords($"{word} {Number}", isFax: true));
        Assert.Null(WithoutWords($"{word} {Number}"));
    });

    [Theory]
    [InlineData("poste 12", "12")]
    [InlineData("Post 12", "12")]
    [InlineData("ext. 3", "3")]
    [InlineData("extension 345", "345")]
    [InlineData("x12", "12")]
    [InlineData("interne 12", "12")]
    [InlineData("int. 12", "12")]
    [InlineData("p 12", "12")]
    [InlineData("#12", "12")]
    [InlineData("(poste 12)", "12")]
    [InlineData(", poste n° 12", "12")]
    [InlineData("poste no. 12", "12")]
    [InlineData("poste num: 12", "12")]
    [InlineData("poste numero 12", "12")]
    [InlineData("poste numéro 12", "12")]
    [InlineData("poste 1234567", "1234567")]
    [InlineData(";ext=12", "12")]
    public void An_extension_is_told_and_removed(string extension, string digits)
    {
        Assert.Equal(digits, PhoneWords.ExtensionOf($"{Number} {extension}").ToString());
        Assert.Equal(Number, WithoutWords($"{Number} {extension}"));
    }

    [Theory]
    [InlineData("poste 12")]
    [InlineData("#12")]
    [InlineData("05 46 77 88 99 poste")]
    [InlineData("05 46 77 88 99 poste 12345678")]
    [InlineData("05 46 77 88 99 étage 12")]
    [InlineData("05 46 77 88 99 n° 12")]
    public void An_extension_needs_its_word_and_a_number_before_it(string text) => Assert.Equal("", PhoneWords.ExtensionOf(text).ToString());

    [Theory]
    [InlineData("tél (0)5 46 77 88 99", "(0)5 46 77 88 99")]
    [InlineData("tél (+33) 5 46 77 88 99", "(+33) 5 46 77 88 99")]
    [InlineData("(tél) 05 46 77 88 99", Number)]
    [InlineData("(tél 05 46 77 88 99)", "05 46 77 88 99)")]
    [InlineData("Tél. bureau : 05 46 77 88 99", Number)]
    [InlineData("[pro] 05 46 77 88 99 - perso", Number)]
    public void A_parenthesis_of_the_number_stays(string text, string number) => Assert.Equal(number, WithoutWords(text));

    [Theory]
    [InlineData(Number)]
    [InlineData("tél")]
    [InlineData("")]
    [InlineData("Mme Martin 05 46 77 88 99")]
    [InlineData("05 46 77 88 99 demander Marie")]
    [InlineData("tél* 05 46 77 88 99")]
    public void Where_nothing_is_removed_or_anything_else_is_left_the_number_is_not_certain(string text) => Assert.Null(WithoutWords(text));

    private static string? WithoutWords(string text, bool isFax = false) => PhoneWords.TryRemove(text, isFax, out var number) ? number.ToString() : null;
}
