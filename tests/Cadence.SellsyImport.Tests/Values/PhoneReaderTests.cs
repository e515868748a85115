using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class PhoneReaderTests
{
    [Theory]
    [InlineData("+33546778899", "+33546778899")]
    [InlineData("05 46 77 88 99", "+33546778899")]
    [InlineData("05.46.77.88.99", "+33546778899")]
    [InlineData("05-46-77-88-99", "+33546778899")]
    [InlineData("05/46/77/88/99", "+33546778899")]
    [InlineData("05\u00A046\u202F77\u00A088\u00A099", "+33546778899")]
    [InlineData("0033 5 46 77 88 99", "+33546778899")]
    [InlineData("+33 (0)5 46 77 88 99", "+33546778899")]
    [InlineData("+33(0) 5.46.77.88.99", "+33546778899")]
    [InlineData("0033 (0)5 46 77 88 99", "+33546778899")]
    [InlineData("(+33) 5 46 77 88 99", "+33546778899")]
    [InlineData("(0)5 46 77 88 99", "+33546778899")]
    [InlineData("+33 05 46 77 88 99", "+33546778899")]
    [InlineData("33546778899", "+33546778899")]
    [InlineData("'0546778899", "+33546778899")]
    [InlineData("'+33546778899", "+33546778899")]
    [InlineData("546778899", "+33546778899")]
    [InlineData("5 46 77 88 99", "+33546778899")]
    [InlineData("tel:+33546778899", "+33546778899")]
    [InlineData("0800 123 456", "+33800123456")]
    [InlineData("0134643467", "+33134643467")]
    [InlineData("06 12 34 56 78\u200B", "+33612345678")]
    public void A_french_number_is_read_however_it_is_written(string text, string expected)
    {
        Assert.True(CellValues.TryReadPhone(text, 33, out var e164));
        Assert.Equal(expected, e164);
    }

    [Theory]
    [InlineData("+262 262 12 34 56", "+262262123456")]
    [InlineData("0262 12 34 56", "+262262123456")]
    [InlineData("0263 12 34 56", "+262263123456")]
    [InlineData("0269 61 23 45", "+262269612345")]
    [InlineData("0692 12 34 56", "+262692123456")]
    [InlineData("0693 12 34 56", "+262693123456")]
    [InlineData("0639 12 34 56", "+262639123456")]
    [InlineData("692123456", "+262692123456")]
    [InlineData("+262 (0)692 12 34 56", "+262692123456")]
    [InlineData("262692123456", "+262692123456")]
    [InlineData("0590 12 34 56", "+590590123456")]
    [InlineData("0690 12 34 56", "+590690123456")]
    [InlineData("0691 12 34 56", "+590691123456")]
    [InlineData("0594 12 34 56", "+594594123456")]
    [InlineData("0694 12 34 56", "+594694123456")]
    [InlineData("0596 12 34 56", "+596596123456")]
    [InlineData("0696 12 34 56", "+596696123456")]
    [InlineData("0697 12 34 56", "+596697123456")]
    [InlineData("07093 0 12 34", "+594709301234")]
    [InlineData("07093 3 12 34", "+594709331234")]
    [InlineData("07093 5 12 34", "+262709351234")]
    [InlineData("07093 7 12 34", "+262709371234")]
    [InlineData("+508 41 12 34", "+508411234")]
    [InlineData("+687 12 34 56", "+687123456")]
    [InlineData("00689 40 12 34 56", "+68940123456")]
    public void An_overseas_number_gets_its_own_calling_code(string text, string expected)
    {
        Assert.True(CellValues.TryReadPhone(text, 33, out var e164));
        Assert.Equal(expected, e164);
    }

    [Theory]
    [InlineData("+32 475 12 34 56", "+32475123456")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("+39 06 698 12345", "+390669812345")]
    [InlineData("+1 212-555-0123", "+12125550123")]
    [InlineData("+352 27 12 34", "+352271234")]
    [InlineData("+225 07 12 34 56 78", "+2250712345678")]
    [InlineData("+41 22 123 45 67", "+41221234567")]
    [InlineData("0049 30 901820", "+4930901820")]
    public void An_international_number_of_plausible_length_is_read(string text, string expected)
    {
        Assert.True(CellValues.TryReadPhone(text, 33, out var e164));
        Assert.Equal(expected, e164);
    }

    [Theory]
    [InlineData("02 123 45 67", 32, "+3221234567")]
    [InlineData("030 901820", 49, "+4930901820")]
    [InlineData("06 698 12345", 39, "+390669812345")]
    [InlineData("212 555 0123", 1, "+12125550123")]
    [InlineData("0692 12 34 56", 262, "+262692123456")]
    [InlineData("01 40 20 50 50", 262, "+33140205050")]
    public void A_national_number_is_read_in_the_hosts_country(string text, int callingCode, string expected)
    {
        Assert.True(CellValues.TryReadPhone(text, callingCode, out var e164));
        Assert.Equal(expected, e164);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3,3546E+10")]
    [InlineData("3.3546E+10")]
    [InlineData("0000000000")]
    [InlineData("0123")]
    [InlineData("3615")]
    [InlineData("118 712")]
    [InlineData("07093 4 12 34")]
    [InlineData("07093 8 12 34")]
    [InlineData("15")]
    [InlineData("01288398")]
    [InlineData("6625388263")]
    [InlineData("+33 5 46 77 88")]
    [InlineData("+33 5 46 77 88 99 00")]
    [InlineData("+33 0 0 46 77 88 99")]
    [InlineData("+999 123456789")]
    [InlineData("+1 212 555 012")]
    [InlineData("+1234567890123456")]
    [InlineData("05 46 77 88 99 / 98")]
    [InlineData("05 46 77 88 99 06 12 34 56 78")]
    [InlineData("++33546778899")]
    [InlineData("05 46 77 +88 99")]
    [InlineData("1 000 000.00")]
    [InlineData("552 100 554")]
    [InlineData("jean@exemple.fr")]
    [InlineData("٠٥٤٦٧٧٨٨٩٩")]
    public void What_is_not_certain_is_not_recognised(string text)
    {
        Assert.False(CellValues.TryReadPhone(text, 33, out var e164));
        Assert.Equal("", e164);
    }

    [Theory]
    [InlineData("05 46 77 88 99", "05 46 77 88 99")]
    [InlineData("05 46 77 88 99 / 06 12 34 56 78", "05 46 77 88 99|06 12 34 56 78")]
    [InlineData("05 46 77 88 99/06 12 34 56 78", "05 46 77 88 99|06 12 34 56 78")]
    [InlineData("0546778899;0612345678", "0546778899|0612345678")]
    [InlineData("0546778899, 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899\r\n0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 ou 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 OU 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 et 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 ET 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 or 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 and 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 AND 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 & 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 – 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 (pro) 0612345678 (perso)", "0546778899 (pro)|0612345678 (perso)")]
    [InlineData("tél 0546778899 mobile 0612345678", "tél 0546778899|mobile 0612345678")]
    [InlineData("0546778899 - 0612345678", "0546778899|0612345678")]
    [InlineData("0546778899 0612345678", "0546778899|0612345678")]
    [InlineData("+33 5 46 77 88 99 +33 6 12 34 56 78", "+33 5 46 77 88 99|+33 6 12 34 56 78")]
    [InlineData("05-46-77-88-99", "05-46-77-88-99")]
    [InlineData("05/46/77/88/99", "05/46/77/88/99")]
    [InlineData("05 46/77", "05 46/77")]
    [InlineData("05 46 77 88 99/98", "05 46 77 88 99/98")]
    [InlineData("0546778899 12", "0546778899 12")]
    [InlineData("3,3546E+10", "3,3546E+10")]
    [InlineData("3,3546E+10;0612345678", "3,3546E+10|0612345678")]
    [InlineData("0123", "0123")]
    [InlineData("N/C", "")]
    [InlineData(" ; - ", "")]
    public void The_numbers_of_a_cell_are_taken_apart_only_where_that_is_sure(string cell, string expected) =>
        Assert.Equal(expected, string.Join('|', CellValues.Of(cell, new PhoneSplitter(33).Split)));
}
