using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Tests.Properties;
using CsvHelper;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

public sealed class QuotingFaultTests
{
    [Theory]
    [InlineData("1;Anne;\"a\r\nb\"", null)]
    [InlineData("1;\"\";\"24\"\" écran\"", null)]
    [InlineData("1;24\" écran;\"b", CsvMalformedReason.StrayQuote)]
    [InlineData("1;\"24\" écran;b", CsvMalformedReason.TextAfterClosingQuote)]
    [InlineData("1;Anne;\"jamais fermé", CsvMalformedReason.UnterminatedQuote)]
    public void The_first_fault_of_a_record_is_told(string record, CsvMalformedReason? fault) =>
        Assert.Equal(fault, QuotingFault.First(Encoding.UTF8.GetBytes(record), (byte)';'));

    [Fact]
    public void Any_record_has_the_fault_that_CsvHelper_tells() =>
        Property.Holds(Prop.ForAll(Gen.Elements("a", ";", "\"", "\"", "\n").ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            CsvMalformedReason? told = null;
            var options = CsvDialect.Of(';') with { OnMalformedRecord = malformed => told = malformed.Reason };
            using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), options);
            while (csv.Read())
            {
                Assert.Equal(told, QuotingFault.First(csv.RawRecord, (byte)';'));
                told = null;
            }
        }));
}
