using System.Xml.Linq;
using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class EmailCorpusTests
{
    private const char FirstSymbol = '\u2400';
    private const char LastSymbol = '\u241F';

    /// <summary>
    /// The classes between right and wrong, and the policy for each: what a mail server must take (RFC 5321) is kept, what only the syntax
    /// of a message allows (RFC 5322: comments, folding white space, obsolete forms, other literals, oversize) is told.
    /// </summary>
    private static readonly Dictionary<string, bool> KeptByDiagnosis = new()
    {
        ["ISEMAIL_RFC5321_QUOTEDSTRING"] = true,
        ["ISEMAIL_RFC5321_ADDRESSLITERAL"] = true,
        ["ISEMAIL_RFC5321_TLD"] = true,
        ["ISEMAIL_RFC5321_TLDNUMERIC"] = false,
    };

    [Fact]
    public void Every_error_of_isemail_is_told_every_valid_address_is_kept_and_the_policy_holds_between()
    {
        var (errors, valid, between) = (0, 0, 0);
        foreach (var test in XDocument.Parse(Corpora.Read("isemail/tests.xml")).Root!.Elements("test"))
        {
            var address = string.Concat((test.Element("address")?.Value ?? "").Select(AsControl));
            var category = test.Element("category")!.Value;
            var diagnosis = test.Element("diagnosis")!.Value;
            var isKept = EmailReader.IsValid(address);
            switch (category)
            {
                case "ISEMAIL_ERR":
                    Assert.False(isKept, $"{diagnosis}: {address}");
                    errors++;
                    break;
                case "ISEMAIL_VALID_CATEGORY" or "ISEMAIL_DNSWARN":
                    Assert.True(isKept, $"{diagnosis}: {address}");
                    valid++;
                    break;
                default:
                    Assert.True(isKept == KeptByDiagnosis.GetValueOrDefault(diagnosis), $"{diagnosis}: {address}");
                    between++;
                    break;
            }
        }

        Assert.Equal((66, 22, 76), (errors, valid, between));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"isemail: {errors} of 66 errors told, {valid} of 22 valid addresses kept, {between} of 76 between judged by the policy.");
    }

    /// <summary>The corpus shows a control character as its symbol.</summary>
    private static char AsControl(char character) =>
        character is >= FirstSymbol and <= LastSymbol ? (char)(character - FirstSymbol) : character;
}
