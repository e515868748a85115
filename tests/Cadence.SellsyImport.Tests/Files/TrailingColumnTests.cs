using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>Columns at the end without a heading: separators and nothing else, or values that must not go unnamed.</summary>
public sealed class TrailingColumnTests
{
    [Theory]
    [InlineData("1;Zoé;Petit;;;\n2;Ali;Roux;;;\n", "3")]
    [InlineData("1;Zoé;Petit;;;\n2;Ali;Roux;x;;\n", "2")]
    [InlineData("1;Zoé;Petit;;y;\n2;Ali;Roux;x;;\n", "1")]
    [InlineData("1;Zoé;Petit;;;\n2;Ali;Roux;;;x\n", null)]
    public async Task Only_columns_that_hold_no_value_are_called_separators(string rows, string? count)
    {
        await using var export = await Exports.OpenAsync("ID Sellsy;Prénom;Nom;;;\n" + rows);

        Assert.Equal(
            count is null ? [] : [count],
            export.Format.Findings.Where(finding => finding.Code == IssueCodes.TrailingSeparators).Select(finding => finding.Arguments.Single()));
        Assert.All(await Exports.RowsAsync(export), row => Assert.False(row.IsDamaged));
    }

    [Theory]
    [InlineData(";;", "", ";;", ";;x")]
    [InlineData(";;", "", ";;", ";x;")]
    [InlineData("", ";;", ";;", ";;x")]
    [InlineData(";;", ";x;", ";y;", ";;x")]
    public async Task A_value_further_down_under_separators_alone_is_an_error(string headings, string first, string others, string last)
    {
        var text = new StringBuilder("ID Sellsy;Prénom;Nom").Append(headings).Append('\n');
        for (var number = 1; number < 500; number++)
        {
            text.Append(number).Append(";Zoé;Petit").Append(number == 1 && first.Length > 0 ? first : others).Append('\n');
        }

        var rows = await Exports.TextsAsync(text.Append("500;Zoé;Petit").Append(last).Append('\n').ToString());

        Assert.StartsWith("500 @501: !FieldCountDiffers(", rows[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(rows.SkipLast(1), row => row.Contains('!', StringComparison.Ordinal));
    }
}
