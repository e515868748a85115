using System.Text.Json;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class NaughtyStringTests
{
    [Fact]
    public void No_naughty_string_makes_a_reader_throw_or_say_two_things()
    {
        var strings = JsonSerializer.Deserialize<string[]>(Corpora.Read("blns.json"))!;
        var (emails, phones, dates, webAddresses) = (0, 0, 0, 0);
        foreach (var text in strings)
        {
            foreach (var fold in new Func<string, string>[] { TextFolding.Heading, TextFolding.Label })
            {
                Assert.Equal(fold(text), fold(fold(text)));
            }

            Assert.Equal(Mojibake.TryRepair(text, out var repaired), repaired != text);
            Assert.Equal(VisibleLength.Of(text) > 10, VisibleLength.IsLongerThan(text, 10));
            Assert.InRange(ControlCharacters.IndexOf(text), -1, text.Length - 1);
            Assert.InRange(Similarity.Score(TextFolding.Label(text), "jean martin"), 0, 0.999);
            Assert.DoesNotContain('\r', NoteReader.ToText(text));
            Assert.Equal(DateReader.TryRead(text, DateOrder.DayFirst, 2026, out _, out _),
                DateReader.Classify(text) is DateShape.Unambiguous or DateShape.DayFirstOnly or DateShape.Either);
            Assert.Equal(EmptyValue.IsBlank(text), CellValues.Of(text, MultiValueCell.Split).Length == 0 && MultiValueCell.First(text, out _).Length == 0
                && text.AsSpan().IndexOfAny(",;|\r\n") < 0);
            Assert.False(CompanyNumber.IsSiren(text) && CompanyNumber.IsSiret(text));
            Assert.False(SpreadsheetDamage.IsExponent(text) && CellValues.TryReadPhone(text, 33, out _));
            Assert.False(ConsentReader.TryRead(text, out var isYes) && !isYes && EmptyValue.IsBlank(text));
            Assert.Equal(CompanyNumber.Digits(text), CompanyNumber.Digits(CompanyNumber.Digits(text)));
            Assert.Equal(CivilityReader.Read(text), CivilityReader.Read(CivilityReader.Read(text)));
            Assert.Equal(TagsReader.Read(text).Length, TagsReader.Read(string.Join(';', TagsReader.Read(text))).Length);
            emails += CellValues.Of(text, EmailSplitter.Split).Count(part => EmailReader.IsValid(part));
            phones += CellValues.Of(text, new PhoneSplitter(33).Split).Count(part => CellValues.TryReadPhone(part, 33, out _));
            dates += DateReader.Classify(text) != DateShape.NotADate ? 1 : 0;
            webAddresses += WebAddressReader.IsValid(text) ? 1 : 0;
        }

        Assert.Equal(515, strings.Length);
        Assert.Equal(0, dates);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"blns: {strings.Length} strings, {emails} e-mail addresses, {phones} phone numbers, {webAddresses} web addresses among them.");
    }
}
