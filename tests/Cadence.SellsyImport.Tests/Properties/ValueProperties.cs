using System.Globalization;
using System.Text;
using Cadence.SellsyImport.Tests.Values;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Properties;

public class ValueProperties
{
    private static readonly string[] PhoneSeparators = ["", " ", ".", "-", "/", "\u00A0", "\u202F", " - ", "  "];

    [Fact]
    public void Folding_what_is_folded_changes_nothing() => Prop.ForAll<string>(text =>
    {
        text ??= "";
        return TextFolding.Heading(TextFolding.Heading(text)) == TextFolding.Heading(text)
            && TextFolding.Label(TextFolding.Label(text)) == TextFolding.Label(text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_with_a_letter_that_gives_it_away_comes_back_when_it_was_encoded_twice() => Prop.ForAll(French(), letters =>
    {
        var text = $"é{letters}";
        var garbled = string.Concat(Encoding.UTF8.GetBytes(text)
            .Select(value => value is >= 0x80 and <= 0x9F ? Mojibake.FromWindows1252((char)value) : (char)value));
        return Mojibake.TryRepair(garbled, out var repaired) && repaired == text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_french_number_reads_the_same_with_any_separators_and_its_e164_form_reads_to_itself() =>
        Prop.ForAll(Digits(9).ToArbitrary(), Separators(9).ToArbitrary(), (digits, separators) =>
        {
            var national = (char)('1' + (digits[0] % 5)) + digits[1..];
            var expected = CellValues.TryReadPhone("0" + national, 33, out var plain) ? plain : null;
            var written = new StringBuilder("0");
            for (var i = 0; i < national.Length; i++)
            {
                written.Append(national[i]).Append(i + 1 < national.Length ? separators[i] : "");
            }

            // No network has 040, nor 0508 but for what Saint-Pierre-et-Miquelon has.
            var isNone = national.StartsWith("40", StringComparison.Ordinal)
                || (national.StartsWith("508", StringComparison.Ordinal) && national[3] is not ('4' or '5'));
            return isNone == expected is null
                && (CellValues.TryReadPhone(written.ToString(), 33, out var read) ? read : null) == expected
                && (expected is null || (CellValues.TryReadPhone(expected, 33, out var again) && again == expected))
                && (expected is null || (CellValues.TryReadPhone("00" + expected[1..], 1, out var abroad) && abroad == expected));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_read_as_a_phone_number_reads_to_itself_in_every_country() =>
        Prop.ForAll(Digits(12).ToArbitrary(), ArbMap.Default.ArbFor<int>(), (digits, code) =>
        {
            var text = "+" + digits;
            return !CellValues.TryReadPhone(text, 33, out var e164)
                || (e164.Length is >= 7 and <= 16
                    && CellValues.TryReadPhone(e164, 1 + Math.Abs(code % 999), out var again) && again == e164);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_date_comes_back_from_every_form_that_writes_it() => Prop.ForAll(Dates(), date =>
    {
        return Reads(date.ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture), DateOrder.DayFirst, date, true)
            && Reads(date.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture), DateOrder.MonthFirst, date, true)
            && Reads(date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), DateOrder.MonthFirst, date, true)
            && Reads(date.ToString("d.M.yyyy", CultureInfo.InvariantCulture), DateOrder.DayFirst, date.Date, false)
            && Reads(date.ToString("dd/MM/yyyy, HH:mm", CultureInfo.InvariantCulture), DateOrder.DayFirst,
                date.AddSeconds(-date.Second), true);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tags_read_from_their_own_list_are_the_same_tags() => Prop.ForAll<string>(text =>
    {
        var tags = TagsReader.Read(text ?? "");
        return tags.SequenceEqual(TagsReader.Read(string.Join(", ", tags)))
            && tags.Distinct(StringComparer.OrdinalIgnoreCase).Count() == tags.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_of_a_list_is_the_first_of_its_parts() => Prop.ForAll<string>(text =>
    {
        text = (text ?? "").Replace('(', '[');
        return MultiValueCell.First(text, out var several) == (CellValues.Of(text, MultiValueCell.Split).FirstOrDefault() ?? "")
            && several == (CellValues.Of(text, MultiValueCell.Split).Distinct(StringComparer.Ordinal).Count() > 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Similarity_is_symmetric_and_one_only_for_equal_texts() => Prop.ForAll<string, string>((one, other) =>
    {
        var score = Similarity.Score(one ?? "", other ?? "");
        return score is >= 0 and <= 1 && score == Similarity.Score(other ?? "", one ?? "") && (score == 1) == ((one ?? "") == (other ?? ""));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_note_without_a_tag_or_an_entity_stays() => Prop.ForAll<string>(text =>
    {
        text = (text ?? "").Replace('&', '+').Replace('>', ')').Replace('\r', '\n');
        return NoteReader.ToText(text) == text;
    }).QuickCheckThrowOnFailure();

    private static bool Reads(string text, DateOrder order, DateTime expected, bool hasTime) =>
        DateReader.TryRead(text, order, 2026, out var value, out var found) && value == expected && found == hasTime;

    private static Arbitrary<DateTime> Dates() => Gen.Choose(0, 128_000)
        .SelectMany(day => Gen.Choose(0, 86_399), (day, second) => new DateTime(1850, 1, 1).AddDays(day).AddSeconds(second))
        .Where(date => date.Year <= 2200)
        .ToArbitrary();

    private static Gen<string> Digits(int count) =>
        Gen.Elements("0123456789".ToCharArray()).ArrayOf(count).Select(digits => new string(digits));

    private static Gen<string[]> Separators(int count) => Gen.Elements(PhoneSeparators).ArrayOf(count);

    private static Arbitrary<string> French() => Gen.Elements("abcdeABCDE éèêàâçîïôùûüÿœŒÉÈÀÇ'-".ToCharArray())
        .ArrayOf()
        .Select(letters => new string(letters))
        .ToArbitrary();
}
