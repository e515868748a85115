using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>Inputs of the fuzzer under which a line belonged to no row, or a row had the wrong bytes.</summary>
public sealed class LineAccountTests
{
    [Theory]
    [InlineData("ID Sellsy;Nom\nsep=;\n1;a\n", new[] { "1 @2: sep=|", "2 @3: 1|a" })]
    [InlineData("ID Sellsy;Nom\n1;a\"\nsep=;\n2;b\n", new[] { "1 @2: !StrayQuote", "2 @3: sep=|", "3 @4: 2|b" })]
    public async Task A_row_that_looks_like_the_declaration_of_a_separator_is_a_row(string csv, string[] expected) =>
        Assert.Equal(expected, await Exports.TextsAsync(csv));

    [Fact]
    public async Task A_file_of_two_byte_characters_that_is_cut_within_one_ends_where_it_ends()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("ID Sellsy;Nom\n1;a\n2;b"), (byte)'c'];
        await using var export = await Exports.OpenAsync(bytes);

        var row = (await Exports.RowsAsync(export))[1];

        Assert.Equal("2 @3: !BytesUndecodable(44,utf-16le) CharactersLost", Exports.Text(row));
        Assert.Equal((38, 7), (row.ByteOffset, row.ByteLength));
    }
}
