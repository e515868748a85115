using Xunit.Sdk;

namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>Leads are the same where everything that is told of them is: records compare their lists by reference.</summary>
internal static class SameLead
{
    public static void Assert(Lead lead, CadenceUser owner, LeadVersion found)
    {
        var expected = LeadSnapshot.ToJson(new(lead, owner, found.Version));
        var actual = LeadSnapshot.ToJson(found);
        if (expected != actual)
        {
            throw EqualException.ForMismatchedValues(expected, actual);
        }
    }
}
