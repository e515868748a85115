using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>The kinds of characters by which columns are told apart.</summary>
public sealed class ValueShapeTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("A1 é2-34", 4, 2)]
    [InlineData("06 12 34", 6, 0)]
    [InlineData("'1204", 4, 0)]
    public void Digits_and_letters_are_counted(string text, int digits, int letters)
    {
        var shape = new ValueShape(text);

        Assert.Equal((digits, letters), (shape.Digits, shape.Letters));
        Assert.Equal((digits > 0, letters > 0, letters > digits), (shape.HasDigit, shape.HasLetter, shape.HasMoreLettersThanDigits));
    }

    [Fact]
    public void Blanks_and_the_apostrophe_of_a_text_are_no_part_of_the_value()
    {
        var shape = new ValueShape("\u00A0'0612 ");

        Assert.Equal("0612", shape.Text.ToString());
        Assert.Equal(4, shape.Length);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" ", true)]
    [InlineData("#N/A", true)]
    [InlineData("#REF!", true)]
    [InlineData("0", false)]
    public void A_cell_of_nothing_or_of_an_error_of_a_spreadsheet_is_blank(string text, bool isBlank) => Assert.Equal(isBlank, new ValueShape(text).IsBlank);

    [Theory]
    [InlineData("a1b", 1, 2, true)]
    [InlineData("12ab", 2, 2, false)]
    public void As_many_letters_as_digits_are_not_more(string text, int digits, int letters, bool more) =>
        Assert.Equal((digits, letters, more), (new ValueShape(text).Digits, new ValueShape(text).Letters, new ValueShape(text).HasMoreLettersThanDigits));

    [Theory]
    [InlineData("1 204", true)]
    [InlineData("0", true)]
    [InlineData("1204a", false)]
    [InlineData("1-204", false)]
    [InlineData("1@204", false)]
    [InlineData(" ", false)]
    [InlineData("-", false)]
    public void Digits_and_blanks_alone_are_digits(string text, bool isDigits) => Assert.Equal(isDigits, new ValueShape(text).IsDigits);

    [Theory]
    [InlineData("73282932000074", true)]
    [InlineData("732 829 320 00074", true)]
    [InlineData("73282932000075", false)]
    [InlineData("732829320", false)]
    [InlineData("73282932000074a", false)]
    public void A_SIRET_has_its_check_digits(string text, bool isSiret) => Assert.Equal(isSiret, new ValueShape(text).IsSiret);

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("lea@exemple.example; hugo@exemple.example", true)]
    [InlineData("@b.example", false)]
    [InlineData("a@example", false)]
    [InlineData("a@.example", false)]
    [InlineData("a.b@example", false)]
    [InlineData("https://a@b.example", false)]
    [InlineData("b.example", false)]
    public void A_text_around_one_at_with_a_dot_behind_it_is_an_address(string text, bool isEmail)
    {
        Assert.Equal(isEmail, new ValueShape(text).IsEmail);
        Assert.Equal(text.Contains('@', StringComparison.Ordinal), new ValueShape(text).HasAt);
    }

    [Theory]
    [InlineData("3,41174E+13", true)]
    [InlineData("1204.0", true)]
    [InlineData("12,00", true)]
    [InlineData("1.0", true)]
    [InlineData(".0", false)]
    [InlineData(".00", false)]
    [InlineData("1.", false)]
    [InlineData("12.5", false)]
    [InlineData("1204", false)]
    [InlineData("12.0.0", false)]
    [InlineData("a12.0", false)]
    public void What_a_spreadsheet_made_of_digits_is_a_number_of_it(string text, bool isNumber) => Assert.Equal(isNumber, new ValueShape(text).IsSpreadsheetNumber);

    [Theory]
    [InlineData("0546778899", true)]
    [InlineData("05.46-77/88 99", true)]
    [InlineData("05\u00A046\u202F77 88 99", true)]
    [InlineData("546778899", true)]
    [InlineData("5467788990", true)]
    [InlineData("+33 5 46 77 88 99", true)]
    [InlineData("(33) 5 46 77 88 99", true)]
    [InlineData("0033546778899", true)]
    [InlineData("05467788", false)]
    [InlineData("54677889901", false)]
    [InlineData("0546778899 p", false)]
    [InlineData("0546778899,", false)]
    [InlineData("p0546778899", false)]
    [InlineData("03/04/1980 10", false)]
    public void Nine_digits_with_the_marks_of_a_number_are_a_phone(string text, bool isPhone) => Assert.Equal(isPhone, new ValueShape(text).IsPhone);

    [Theory]
    [InlineData("03/04/2026", true)]
    [InlineData("3/4/26", true)]
    [InlineData("3.4.2026", true)]
    [InlineData("2026-04-03", true)]
    [InlineData("2026-4-3", true)]
    [InlineData("2026-04-03 10:00", true)]
    [InlineData("2026-04-03T10:00:00", true)]
    [InlineData("03/04/2026, 10:12", true)]
    [InlineData("3/4/2", false)]
    [InlineData("03/04/20261", false)]
    [InlineData("03/04-2026", false)]
    [InlineData("03//2026", false)]
    [InlineData("3//4/2026", false)]
    [InlineData("a3/04/2026", false)]
    [InlineData("/04/2026", false)]
    [InlineData("0304/2026", false)]
    [InlineData("1/2/3/2026", false)]
    [InlineData("03/avr/26", false)]
    [InlineData("12/345/26", false)]
    [InlineData("2026-123-4", true)]
    [InlineData("20260403", false)]
    public void Three_groups_of_digits_with_one_mark_are_a_day(string text, bool isDate) => Assert.Equal(isDate, new ValueShape(text).IsDate);

    [Theory]
    [InlineData("29314", true)]
    [InlineData("12", false)]
    public void The_number_of_a_day_is_one_of_a_spreadsheet(string text, bool isDayNumber) => Assert.Equal(isDayNumber, new ValueShape(text).IsDayNumber);
}
