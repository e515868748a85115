using System.Text.Json;
using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class FrenchValueCorpusTests
{
    private static readonly Dictionary<string, Func<string, bool>> Readers = new()
    {
        ["tel_fr"] = text => CellValues.TryReadPhone(text, 33, out _),
        ["siren"] = text => CompanyNumber.IsSiren(text),
        ["siret"] = text => CompanyNumber.IsSiret(text),
        ["email"] = text => EmailReader.IsValid(text),
        ["url"] = text => WebAddressReader.IsValid(text),
        ["bool"] = text => ConsentReader.TryRead(text, out _),
        ["date"] = IsDate,
        ["date_fr"] = IsDate,
        ["datetime_naive"] = text => DateReader.TryRead(text, DateOrder.MonthFirst, 2026, out _, out var hasTime) && hasTime,
    };

    /// <summary>What this library judges otherwise, on purpose, and why.</summary>
    private static readonly Dictionary<(string Kind, string Text), string> Deviations = new()
    {
        [("date", "02 05 2003")] = "blanks between numbers are no date format of Sellsy, and a phone number has them",
        [("date", "20030502")] = "eight digits in a row may be any number",
        [("date", "1993-12/02")] = "two separators in one date are damage",
        [("datetime_naive", "2030/06-22   00:00:00")] = "two separators in one date are damage",
        [("datetime_naive", "1999-12-01T00:00:00Z")] = "a time with an offset keeps its time on the clock",
        [("datetime_naive", "12:00:00 12/31/2022")] = "a time before its date is no format of Sellsy",
    };

    [Fact]
    public void French_values_are_judged_as_the_corpus_judges_them_but_for_the_deviations_that_are_written_down()
    {
        using var corpus = JsonDocument.Parse(Corpora.Read("csv-detective/french_field_values.json"));
        var (looked, deviated) = (0, 0);
        foreach (var (kind, read) in Readers)
        {
            var (right, all) = (0, 0);
            foreach (var expected in new[] { true, false })
            {
                foreach (var value in corpus.RootElement.GetProperty(kind).GetProperty(expected ? "true" : "false").EnumerateArray())
                {
                    var text = value.ToString();
                    var isAsExpected = read(text) == expected;
                    Assert.True(isAsExpected != Deviations.ContainsKey((kind, text)), $"{kind}: {text}");
                    right += isAsExpected ? 1 : 0;
                    all++;
                }
            }

            looked += all;
            deviated += all - right;
            TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {right} of {all}");
        }

        Assert.Equal(59, looked);
        Assert.Equal(Deviations.Count, deviated);
    }

    private static bool IsDate(string text) => DateReader.TryRead(text, DateOrder.DayFirst, 2026, out _, out var hasTime) && !hasTime;
}
