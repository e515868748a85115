using System.Reflection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Documents;

/// <summary>Holds <c>docs/errors.md</c> to the codes: none is missing, none is left over, each has a cause and a remedy.</summary>
public sealed class ErrorCatalogueTests
{
    [Theory]
    [InlineData("Issues", typeof(IssueCodes), 30)]
    [InlineData("Errors", typeof(ErrorCodes), 25)]
    public void Every_code_has_a_row_and_every_row_a_code(string chapter, Type codes, int atLeast)
    {
        var constants = Constants(codes);
        var rows = RowsOf(chapter).Select(row => row[0].Trim('`')).ToArray();

        Assert.True(constants.Length >= atLeast, $"{constants.Length} codes in {codes.Name}");
        Assert.Equal(constants.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Issues", 4, 30)]
    [InlineData("Errors", 3, 25)]
    public void Every_row_tells_a_cause_and_a_remedy_in_whole_sentences(string chapter, int columns, int atLeast)
    {
        var rows = RowsOf(chapter);

        Assert.True(rows.Count >= atLeast, $"{rows.Count} rows under {chapter}");
        Assert.All(rows, row =>
        {
            Assert.Equal(columns, row.Length);
            Assert.All(row, Assert.NotEmpty);
            Assert.All(row[^2..], cell => Assert.EndsWith(".", cell, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_code_is_the_name_of_its_constant()
    {
        var fields = Fields(typeof(IssueCodes)).Concat(Fields(typeof(ErrorCodes))).ToArray();

        Assert.True(fields.Length >= 55, $"{fields.Length} codes");
        Assert.All(fields, field => Assert.Equal(field.Name, field.GetRawConstantValue()));
    }

    private static string[] Constants(Type codes) => [.. Fields(codes).Select(field => (string)field.GetRawConstantValue()!)];

    private static IEnumerable<FieldInfo> Fields(Type codes) =>
        codes.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral);

    private static List<string[]> RowsOf(string chapter)
    {
        var lines = Repository.LinesOf(Repository.PathOf("docs", "errors.md"));
        return
        [
            .. lines.SkipWhile(line => line != $"## {chapter}").Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];
    }
}
