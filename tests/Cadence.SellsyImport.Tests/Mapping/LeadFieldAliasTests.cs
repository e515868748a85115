using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class LeadFieldAliasTests
{
    [Fact]
    public void No_heading_means_two_fields()
    {
        var headings = LeadFields.All
            .SelectMany(field => FieldHeadings.Of(field).Select(entry => (entry.Heading, Field: field.Name)))
            .Distinct()
            .ToArray();

        Assert.Empty(headings.GroupBy(entry => entry.Heading).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.True(headings.Length > 180, $"{headings.Length} headings");
    }

    [Fact]
    public void Every_alias_is_folded_and_given_once()
    {
        var looked = 0;
        foreach (var field in LeadFields.All)
        {
            Assert.Equal(field.Aliases.Distinct(), field.Aliases);
            Assert.All(field.Aliases, alias => Assert.Equal(TextFolding.Heading(alias), alias));
            looked += field.Aliases.Length;
        }

        Assert.True(looked > 130, $"{looked} aliases");
    }
}
