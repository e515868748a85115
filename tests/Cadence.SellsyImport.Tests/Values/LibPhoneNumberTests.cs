using System.Globalization;
using PhoneNumbers;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

/// <summary>
/// Judges the numbers against libphonenumber (Apache-2.0). Each intended difference stands in a table of this class with its reason, and in
/// <c>docs/values.md</c>; every other one is a failure, and so is a difference that is there no more.
/// </summary>
public sealed class LibPhoneNumberTests(ITestOutputHelper output)
{
    private const int France = 33;
    private const string Territory = "the prefix shows the territory (ARCEP); libphonenumber knows the blocks of it that were in use, and takes some for France";
    private const string SaintPierre = "0508 is dialled to reach Saint-Pierre-et-Miquelon and is no part of its numbers; libphonenumber takes it for France";
    private const string OldZero = "a zero behind the calling code, in a country without trunk zero, is not certain";
    private const string Short = "numbers that are shorter than seven digits with their code, or than their plan, are numbers to dial inside a country";
    private const string FrenchWords = "a French word behind a number is no part of it; libphonenumber reads letters as digits of a keypad";
    private const string DoubledCode = "the code of France before a number that has its own is left out: no French number is as long";

    private static readonly PhoneNumberUtil Judge = PhoneNumberUtil.GetInstance();
    private static readonly string[] Endings = ["12345", "00000", "54321", "99999", "23456", "67890", "45678", "80808"];

    /// <summary>Prefixes of the French plan, without the zero.</summary>
    private static readonly Dictionary<string, string> PlanDifferences = new(StringComparer.Ordinal)
    {
        ["262"] = Territory,
        ["263"] = Territory,
        ["269"] = Territory,
        ["639"] = Territory,
        ["692"] = Territory,
        ["693"] = Territory,
        ["590"] = Territory,
        ["690"] = Territory,
        ["691"] = Territory,
        ["594"] = Territory,
        ["694"] = Territory,
        ["596"] = Territory,
        ["696"] = Territory,
        ["697"] = Territory,
        ["708"] = Territory,
        ["709"] = Territory,
        ["268"] = Territory,
        ["598"] = Territory,
        ["939"] = Territory,
        ["947"] = Territory,
        ["508"] = SaintPierre,
        ["836"] = "services of 0836 are read as one block; libphonenumber knows parts of it",
    };

    /// <summary>Prefixes behind an overseas code.</summary>
    private static readonly Dictionary<string, string> OverseasDifferences = new(StringComparer.Ordinal)
    {
        ["590 9396"] = "the digit behind 0939 shows the territory, as behind 0947: 6 is that of Guyane; libphonenumber has it for both",
        ["590 9397"] = "the digit behind 0939 shows the territory, as behind 0947: 7 is that of Martinique; libphonenumber has it for both",
    };

    /// <summary>Examples that are not read in any international form, by region and kind.</summary>
    private static readonly Dictionary<string, string> ExampleDifferences = new(StringComparer.Ordinal)
    {
        ["BW TOLL_FREE"] = OldZero,
        ["BZ TOLL_FREE"] = OldZero,
        ["FJ TOLL_FREE"] = OldZero,
        ["MO TOLL_FREE"] = OldZero,
        ["NC TOLL_FREE"] = OldZero,
        ["NE TOLL_FREE"] = OldZero,
        ["NE PREMIUM_RATE"] = OldZero,
        ["SZ TOLL_FREE"] = OldZero,
        ["TO TOLL_FREE"] = OldZero,
        ["NO UAN"] = OldZero,
        ["SJ UAN"] = OldZero,
        ["CA UAN"] = Short,
        ["IR UAN"] = Short,
    };

    /// <summary>Numbers as people write them, with what libphonenumber makes of them.</summary>
    private static readonly Dictionary<string, (string? Ours, string Reason)> WrittenDifferences = new(StringComparer.Ordinal)
    {
        ["+33 692 12 34 56"] = ("+262692123456", Territory),
        ["0692 12 34 56"] = ("+262692123456", Territory),
        ["+33 (0)690 12 34 56"] = ("+590690123456", Territory),
        ["+33 596 12 34 56"] = ("+596596123456", Territory),
        ["0639 12 34 56"] = ("+262639123456", Territory),
        ["0709 01 23 45"] = ("+590709012345", Territory),
        ["+33 508 41 12 34"] = ("+508411234", SaintPierre),
        ["0508 41 12 34"] = ("+508411234", SaintPierre),
        ["+33 262 692 12 34 56"] = ("+262692123456", DoubledCode),
        ["05 46 77 88 99 (bureau)"] = ("+33546778899", FrenchWords),
        ["05 46 77 88 99 - perso"] = ("+33546778899", FrenchWords),
        ["05 46 77 88 99 poste 12"] = ("+33546778899", FrenchWords),
        ["05 46 77 88 99 (poste 12)"] = ("+33546778899", FrenchWords),
        ["Fax : 05 46 77 88 99"] = (null, "the number of a fax is none of a phone; in the field of the fax it is read"),
        ["552 100 554"] = (null, "nine digits in groups of three are an amount or a SIREN, no number that lost its zero"),
        ["1 000 000.00"] = (null, "an amount is no number"),
    };

    private static readonly string[] WrittenAlike =
    [
        "+32 (0)470/12.34.56", "0032 (0)470/12.34.56", "+352 621/123 456", "0041 79/123 45 67", "+49 (0) 151 / 12345678", "0043 664/1234567",
        "05/46/77/88/99", "+508 41 12 34", "+33 687 12 34 56", "06 89 12 34 56", "+681 72 12 34", "Tél : 05 46 77 88 99", "Tel. 05.46.77.88.99",
        "T. 05 46 77 88 99", "(T) 05 46 77 88 99", "Tél (0)5 46 77 88 99", "Tél. (+33) 5 46 77 88 99", "N° de tél. : 05 46 77 88 99",
        "05 46 77 88 99 ext. 3", "0546778899x12", "05 46 77 88 99 #12", "+33 5 46 77 88 99;ext=12", "tel:+33546778899;ext=12", "546778899",
        "5 46 77 88 99", "0033 5 46 77 88 99", "+33 (0)5 46 77 88 99", "(0)5 46 77 88 99", "33546778899", "3,3546E+10", "0546", "3615", "118 712",
        "6625388263", "+33 5 46 77 88", "05 46 77 88 99 / 98", "05 46 77 88 99 demander Zoé", "+44 (0)20 7946 0958", "+39 06 698 12345",
        "+39 (0)6 698 12345", "+1 212-555-0123", "+225 07 12 34 56 78", "+999 123456789", "0800 123 456", "+262 596 12 34 56", "+590 692 12 34 56",
        "+262 5 46 77 88 99", "+33 7 00 12 34 56", "07 09 31 99 99 99", "08 70 12 34 56", "04 00 12 34 56", "+33 262 546 77 88 99", "pas de portable",
    ];

    public static TheoryData<int> Overseas => [262, 590, 594, 596];

    [Fact]
    public void Every_prefix_of_the_French_plan_is_judged_alike_but_for_the_differences_that_are_written_down()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var national in Nationals())
        {
            var theirs = Valid(Judge.Parse("0" + national, "FR"));
            foreach (var text in new[] { "0" + national, "+33" + national, "0033 (0)" + national, national })
            {
                var ours = Read(text, France);
                if (ours != theirs || (ours is not null && Valid(Judge.Parse(ours, null)) is null))
                {
                    Assert.True(PlanDifferences.ContainsKey(national[..3]), $"{text}: {ours ?? "none"}, {theirs ?? "none"} expected");
                    used.Add(national[..3]);
                }
            }
        }

        Assert.Equal(PlanDifferences.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Overseas))]
    public void Every_number_that_an_overseas_department_has_is_read_and_no_other_country_gets_it(int code)
    {
        var read = 0;
        foreach (var national in Nationals())
        {
            var expected = Valid(Judge.Parse($"+{code}{national}", null));
            var ours = Read($"+{code}{national}", France);
            Assert.True(expected is null || ours == expected || (ours is null && OverseasDifferences.ContainsKey($"{code} {national[..4]}")), $"+{code}{national}: {ours ?? "none"}");
            Assert.True(ours is null || ours == $"+{code}{national}", $"+{code}{national}: {ours}");
            read += expected is null ? 0 : 1;
        }

        output.WriteLine($"+{code}: {read} numbers");
        Assert.True(read > 100);
    }

    [Fact]
    public void The_examples_of_every_country_are_read_in_every_international_form()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var examples = 0;
        foreach (var (kind, number, e164) in Examples())
        {
            foreach (var text in new[] { e164, Judge.Format(number, PhoneNumberFormat.INTERNATIONAL), "00" + e164[1..], Judge.Format(number, PhoneNumberFormat.RFC3966) })
            {
                if (Read(text, France) is var ours && ours != e164)
                {
                    Assert.True(ours is null && ExampleDifferences.ContainsKey(kind), $"{kind} {text}: {ours ?? "none"}, {e164} expected");
                    used.Add(kind);
                }
            }

            var withZero = string.Create(CultureInfo.InvariantCulture, $"+{number.CountryCode} (0){number.NationalNumber}");
            Assert.True((Read(withZero, France) ?? e164) == e164, $"{kind} {withZero}");
            examples++;
        }

        output.WriteLine($"{examples} examples");
        Assert.Equal(ExampleDifferences.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    /// <summary>National forms with another trunk prefix than a zero, or without one where there is one, are not certain: not read, never wrong.</summary>
    [Fact]
    public void A_national_number_of_another_country_is_read_right_or_not_at_all()
    {
        var (read, all) = (0, 0);
        foreach (var (kind, number, e164) in Examples())
        {
            var text = Judge.Format(number, PhoneNumberFormat.NATIONAL);
            var ours = Read(text, number.CountryCode);
            Assert.True(ours is null || ours == e164, $"{kind} {text}: {ours}, {e164} expected");
            read += ours is null ? 0 : 1;
            all++;
        }

        output.WriteLine($"{read} of {all} national forms are read");
        Assert.True(read > all * 8 / 10);
    }

    [Fact]
    public void Numbers_as_people_write_them_are_read_alike_but_for_the_differences_that_are_written_down()
    {
        foreach (var text in WrittenAlike)
        {
            Assert.True(Read(text, France) == TheirsOf(text), $"{text}: {Read(text, France) ?? "none"}, {TheirsOf(text) ?? "none"} expected");
        }

        foreach (var (text, (ours, _)) in WrittenDifferences)
        {
            Assert.Equal(ours, Read(text, France));
            Assert.NotEqual(TheirsOf(text), ours);
        }
    }

    [Fact]
    public void Whatever_is_read_of_any_digits_is_a_number_that_a_network_can_have()
    {
        var seed = Environment.GetEnvironmentVariable("CADENCE_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}"));
        var random = new Random(seed);
        var read = 0;
        for (var i = 0; i < 200_000; i++)
        {
            string[] starts = ["+", "00", "0", "+33", "+33 (0)", "+262", "Tél : 0", ""];
            var digits = string.Concat(Enumerable.Range(0, random.Next(4, 14)).Select(_ => random.Next(10).ToString(CultureInfo.InvariantCulture)));
            var text = starts[random.Next(starts.Length)] + digits;
            if (Read(text, France) is { } e164)
            {
                Assert.True(Judge.IsPossibleNumber(Judge.Parse(e164, null)), $"CADENCE_SEED={seed}: {text} as {e164}");
                read++;
            }
        }

        output.WriteLine($"{read} numbers");
        Assert.True(read > 10_000);
    }

    private static IEnumerable<string> Nationals()
    {
        for (var prefix = 1_000; prefix < 10_000; prefix++)
        {
            foreach (var ending in Endings)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{prefix}{ending}");
            }
        }
    }

    private static IEnumerable<(string Kind, PhoneNumber Number, string E164)> Examples() =>
        from region in Judge.GetSupportedRegions().Order(StringComparer.Ordinal)
        from type in Enum.GetValues<PhoneNumberType>()
        let number = Judge.GetExampleNumberForType(region, type)
        where number is not null
        select ($"{region} {type}", number, Judge.Format(number, PhoneNumberFormat.E164));

    private static string? Valid(PhoneNumber number) => Judge.IsValidNumber(number) ? Judge.Format(number, PhoneNumberFormat.E164) : null;

    private static string? TheirsOf(string text)
    {
        try
        {
            return Valid(Judge.Parse(text, "FR"));
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string? Read(string text, int code) => CellValues.TryReadPhone(text, code, out var e164) ? e164 : null;
}
