using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class SimpleValueTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0\u202F\u200B\uFEFF\t")]
    [InlineData("N/C")]
    [InlineData("n/c")]
    [InlineData("NC.")]
    [InlineData("N/A")]
    [InlineData(" n/a\u00A0")]
    [InlineData("-")]
    [InlineData("\u2010")]
    [InlineData("\u2012")]
    [InlineData("\u2013")]
    [InlineData("\u2014")]
    [InlineData("\u2015")]
    [InlineData("\u2212")]
    [InlineData("0000-00-00")]
    [InlineData("00/00/0000")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0000-00-00T00:00:00")]
    public void What_sellsy_writes_for_nothing_is_blank(string cell) => Assert.True(EmptyValue.IsBlank(cell));

    [Theory]
    [InlineData("Na")]
    [InlineData("NA")]
    [InlineData("NC")]
    [InlineData("N")]
    [InlineData("0")]
    [InlineData("--")]
    [InlineData("\u2016")]
    [InlineData("0000-00-00 00:00:01")]
    [InlineData("01/00/0000")]
    [InlineData("N/C.")]
    [InlineData("2000-00-00")]
    [InlineData("1234")]
    [InlineData("null")]
    public void A_value_that_looks_like_nothing_is_a_value(string cell) => Assert.False(EmptyValue.IsBlank(cell));

    [Theory]
    [InlineData("123", true)]
    [InlineData("", false)]
    [InlineData("12 3", false)]
    [InlineData("12a", false)]
    [InlineData("-1", false)]
    [InlineData("١٢", false)]
    [InlineData("１２", false)]
    public void Only_ascii_digits_are_digits(string text, bool expected) => Assert.Equal(expected, DigitsReader.IsDigits(text));

    [Theory]
    [InlineData("3,3546E+10", true)]
    [InlineData("3,41174E+13", true)]
    [InlineData("3.41174E+13", true)]
    [InlineData("3,41E+13", true)]
    [InlineData(" 4e+12 ", true)]
    [InlineData("'3,3546E+10", true)]
    [InlineData("1,2E-05", true)]
    [InlineData("-3,5E+10", true)]
    [InlineData("4E+1", true)]
    [InlineData("4E+123", true)]
    [InlineData("4E+1234", false)]
    [InlineData("4E+1a", false)]
    [InlineData("4E", false)]
    [InlineData("4E+", false)]
    [InlineData("4E5+", false)]
    [InlineData("--4E+10", false)]
    [InlineData("12E4", false)]
    [InlineData("E+10", false)]
    [InlineData("3,E+10", false)]
    [InlineData("3,5E+", false)]
    [InlineData("RUE+10", false)]
    [InlineData("33546778899", false)]
    public void Digits_that_a_spreadsheet_rounded_are_recognised(string text, bool expected) =>
        Assert.Equal(expected, SpreadsheetDamage.IsExponent(text));

    [Theory]
    [InlineData("mr", "Monsieur")]
    [InlineData("M", "Monsieur")]
    [InlineData("M.", "Monsieur")]
    [InlineData("Mr.", "Monsieur")]
    [InlineData("MONSIEUR", "Monsieur")]
    [InlineData("mrs", "Madame")]
    [InlineData("Mme", "Madame")]
    [InlineData(" madame ", "Madame")]
    [InlineData("ms", "Mademoiselle")]
    [InlineData("Mlle", "Mademoiselle")]
    [InlineData("Mademoiselle", "Mademoiselle")]
    [InlineData("MADEMOISELLE", "Mademoiselle")]
    [InlineData("mademoiselle.", "Mademoiselle")]
    [InlineData("Dr", "Dr")]
    [InlineData(" Maître ", "Maître")]
    [InlineData("M. et Mme", "M. et Mme")]
    public void A_known_civility_has_one_spelling_and_any_other_is_kept(string text, string expected) =>
        Assert.Equal(expected, CivilityReader.Read(text));

    [Theory]
    [InlineData("Y", true)]
    [InlineData("O", true)]
    [InlineData("o", true)]
    [InlineData("oui", true)]
    [InlineData("YES", true)]
    [InlineData("1", true)]
    [InlineData("True", true)]
    [InlineData("\u00A0VRAI ", true)]
    [InlineData("N", false)]
    [InlineData("non", false)]
    [InlineData("no", false)]
    [InlineData("0", false)]
    [InlineData("FALSE", false)]
    [InlineData("Faux", false)]
    public void Non_is_never_true_and_oui_is_read(string text, bool expected)
    {
        Assert.True(ConsentReader.TryRead(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nein")]
    [InlineData("2")]
    [InlineData("-0")]
    [InlineData("oui non")]
    [InlineData("peut-être")]
    public void What_is_neither_yes_nor_no_is_no_consent(string text)
    {
        Assert.False(ConsentReader.TryRead(text, out var value));
        Assert.False(value);
    }

    [Theory]
    [InlineData("552100554", true)]
    [InlineData("552 100 554", true)]
    [InlineData("552\u00A0100\u202F554", true)]
    [InlineData("356000000", true)]
    [InlineData("552100555", false)]
    [InlineData("000000000", false)]
    [InlineData("55210055", false)]
    [InlineData("5521005540", false)]
    [InlineData("", false)]
    public void A_siren_has_nine_digits_and_its_check_digit(string text, bool expected) =>
        Assert.Equal(expected, CompanyNumber.IsSiren(text));

    [Theory]
    [InlineData("13002526500013", true)]
    [InlineData("130 025 265 00013", true)]
    [InlineData("13002526500012", false)]
    [InlineData("35600000000048", true)]
    [InlineData("35600000049837", true)]
    [InlineData("35600000049838", false)]
    [InlineData("00000000000000", false)]
    [InlineData("3,41174E+13", false)]
    [InlineData("552100554", false)]
    public void A_siret_has_fourteen_digits_and_la_poste_has_a_rule_of_its_own(string text, bool expected) =>
        Assert.Equal(expected, CompanyNumber.IsSiret(text));

    [Fact]
    public void The_digits_of_a_company_number_are_without_blanks()
    {
        Assert.Equal("13002526500013", CompanyNumber.Digits(" 130 025\u00A0265 00013"));
        Assert.Equal("13002526500013", CompanyNumber.Digits("'13002526500013"));
        Assert.Equal("552100554", CompanyNumber.Digits("552100554"));
    }

    [Theory]
    [InlineData("75008.0", "75008")]
    [InlineData("75008,00", "75008")]
    [InlineData("123456789012345.0", "123456789012345")]
    [InlineData("1234567890123456.0", "1234567890123456.0")]
    [InlineData("75008.000", "75008.000")]
    [InlineData("75008.5", "75008.5")]
    [InlineData(".0", ".0")]
    [InlineData("a.0", "a.0")]
    [InlineData("75008", "75008")]
    public void Zeros_behind_a_decimal_point_are_left_out(string text, string expected) => Assert.Equal(expected, WholeNumber.WithoutDecimals(text).ToString());

    [Theory]
    [InlineData("=\"01000\"", "01000")]
    [InlineData("=\"a\"\"b\"", "a\"\"b")]
    [InlineData("=\"\"", "")]
    [InlineData("=\"a\"b\"", null)]
    [InlineData("=\"a\"\"b\"c\"", null)]
    [InlineData("=\"a\"\"\"", "a\"\"")]
    [InlineData("=\"a\"\"\"\"", null)]
    [InlineData("=A1", null)]
    [InlineData("=\"", null)]
    [InlineData("\"01000\"", null)]
    public void A_text_that_was_written_as_a_formula_is_unwrapped(string cell, string? expected) =>
        Assert.Equal(expected, TextFormula.TryUnwrap(cell, out var inside) ? inside.ToString() : null);

    [Theory]
    [InlineData("45123", true)]
    [InlineData("45123,604", true)]
    [InlineData("45123.5", true)]
    [InlineData("2201", true)]
    [InlineData("2024,5", true)]
    [InlineData("2200", false)]
    [InlineData("1985", false)]
    [InlineData("451", false)]
    [InlineData("451234", false)]
    [InlineData("45123,", false)]
    [InlineData("45123,a", false)]
    [InlineData("45123 5", false)]
    [InlineData("", false)]
    public void The_number_of_a_day_is_recognised(string text, bool expected) => Assert.Equal(expected, DayNumber.Is(text));

    [Theory]
    [InlineData("En cours", "En cours")]
    [InlineData(" EN\u00A0COURS ", "En cours")]
    [InlineData("termine", "Terminé")]
    [InlineData("TERMINE\u0301", "Terminé")]
    [InlineData("Terminée", null)]
    [InlineData("En", null)]
    [InlineData("", null)]
    public void A_choice_is_found_whatever_its_case_accents_and_blanks(string text, string? expected) =>
        Assert.Equal(expected, new ChoiceReader(["En cours", "Terminé"]).Find(text));

    [Fact]
    public void A_long_choice_is_found_and_a_much_longer_text_is_none()
    {
        var choice = string.Concat(Enumerable.Repeat("Œuvre ", 200)).Trim();
        var reader = new ChoiceReader([choice]);
        Assert.Equal(choice, reader.Find(choice.ToUpperInvariant()));
        Assert.Null(reader.Find(choice + choice));
        Assert.Null(reader.Find(new string('a', 1_000_000)));
    }
}
