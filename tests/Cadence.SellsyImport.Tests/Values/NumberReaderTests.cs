using System.Globalization;
using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class NumberReaderTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("12", "12")]
    [InlineData("12,50", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("0.125", "0.125")]
    [InlineData("1234.567", "1234.567")]
    [InlineData("1,234", "1.234")]
    [InlineData("-1 234,5", "-1234.5")]
    [InlineData("\u22121\u202F234", "-1234")]
    [InlineData("+3", "3")]
    [InlineData("1\u00A0234\u00A0567", "1234567")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("007", "7")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("1 234 567 890 123 456 789 012 345", "1234567890123456789012345")]
    [InlineData("123456789012345678901234567,8", "123456789012345678901234567.8")]
    [InlineData("0,5", "0.5")]
    [InlineData("12,345", "12.345")]
    [InlineData("-0,25", "-0.25")]
    [InlineData(" 12 ", "12")]
    [InlineData("123 456", "123456")]
    [InlineData("1 234 567 890 123 456 789 012 345 678", "1234567890123456789012345678")]
    public void A_number_is_read_with_its_decimal_comma(string text, string expected)
    {
        Assert.True(NumberReader.TryRead(text, out var value));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.234")]
    [InlineData("1.234.567")]
    [InlineData("1,234,567")]
    [InlineData("1,234.5")]
    [InlineData("12 34")]
    [InlineData("1 23")]
    [InlineData("1 2345")]
    [InlineData("1 234 56,7")]
    [InlineData("1 234.567,8")]
    [InlineData("12,")]
    [InlineData(",5")]
    [InlineData(".5")]
    [InlineData("12 €")]
    [InlineData("douze")]
    [InlineData("--1")]
    [InlineData("١٢")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("12 345 678 901 234 567 890 123 456 789")]
    [InlineData("1234567890123456789012345678,9")]
    [InlineData("1234 567")]
    [InlineData("1 234\u00A0567")]
    [InlineData("1-234")]
    [InlineData("1,2a")]
    [InlineData("1.2.3")]
    [InlineData("123.456")]
    [InlineData("123.45a")]
    [InlineData("a.45")]
    public void What_is_no_number_or_could_be_two_is_none(string text) => Assert.False(NumberReader.TryRead(text, out _));
}
