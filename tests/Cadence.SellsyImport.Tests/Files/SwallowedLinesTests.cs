using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Tests.Properties;
using CsvHelper;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

public sealed class SwallowedLinesTests
{
    /// <summary>Followed from line to line, a quote is open up to the line on which CsvHelper's record ends.</summary>
    [Fact]
    public void A_quote_is_open_as_long_as_CsvHelper_reads_on() =>
        Property.Holds(
            Prop.ForAll(Gen.Elements("a", ";", "\"", "\"", "\n", "\r\n", "\r").ArrayOf(30).Select(string.Concat).ToArbitrary(), text =>
            {
                const string opening = "\"a\n";
                var bytes = Encoding.UTF8.GetBytes(opening + text);
                using var csv = CsvReader.Create(bytes, CsvDialect.Of(';'));
                csv.Read();
                var swallowed = new SwallowedLines((byte)';');
                swallowed.Open(opening.Length);
                for (var start = opening.Length; start < bytes.Length;)
                {
                    Assert.Equal(start <= csv.RawRecord.Length, swallowed.Contains(bytes, start));
                    var end = LineEnds.IndexOfFirst(bytes.AsSpan(start));
                    start = end < 0 ? bytes.Length : start + end + LineEnds.LengthAtStart(bytes.AsSpan(start + end));
                }
            }),
            tests: 2_000);

    [Fact]
    public void The_next_block_goes_on_where_the_one_before_ends()
    {
        var swallowed = new SwallowedLines((byte)';');
        swallowed.Open(2);
        swallowed.MoveTo("x\na\nb\n"u8, 4);

        Assert.True(swallowed.Contains("b\nc\";\nd\n"u8, 2));
        Assert.False(swallowed.Contains("b\nc\";\nd\n"u8, 6));
        Assert.False(swallowed.IsOpen);
    }
}
