using System.Text;
using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>How the bytes of a cell become the text that is read.</summary>
public sealed class CellReadingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("1234567")]
    [InlineData("12345678")]
    [InlineData("123456789")]
    [InlineData("123456789012345")]
    [InlineData("1234567890123456")]
    [InlineData("12345678901234567")]
    [InlineData("1234567890123456789012345678901")]
    [InlineData("12345678901234567890123456789012")]
    [InlineData("123456789012345678901234567890123")]
    public void A_cell_of_any_length_is_widened_and_told_from_one_with_other_characters(string text)
    {
        Assert.Equal((text, true), Widen(text));
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var other in new[] { "&", "é", "\u007F" })
            {
                var changed = text.Remove(at, 1).Insert(at, other);
                Assert.Equal((changed, other == "\u007F"), Widen(changed));
            }
        }
    }

    [Fact]
    public void The_cells_of_a_row_stay_beside_each_other_until_it_is_cleared()
    {
        var buffer = new CellBuffer();
        for (var row = 0; row < 3; row++)
        {
            buffer.Clear();
            var first = buffer.Widen("Zoé"u8, out _);
            var second = buffer.Widen("Marie Durand"u8, out _);
            var third = buffer.Widen(Encoding.UTF8.GetBytes(new string('é', 3000)), out _);
            var fourth = buffer.Widen(Encoding.UTF8.GetBytes(new string('x', 9000)), out _);
            var fifth = buffer.Widen("b"u8, out _);

            Assert.Equal("Zoé Marie Durand b", $"{first} {second} {fifth}");
            Assert.Equal(3000, third.Count('é'));
            Assert.Equal(9000, fourth.Count('x'));
        }
    }

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    public void A_cell_that_is_longer_than_a_usual_row_is_whole(int length) => Assert.Equal(new string('x', length), Widen(new string('x', length)).Text);

    [Fact]
    public void A_part_of_a_text_is_made_a_string_and_the_whole_is_the_same_instance()
    {
        var cell = new CellText("Marie Durand");

        Assert.Same(cell.ToString(), cell.Part(cell.Span).ToString());
        Assert.Equal("Marie", cell.Part(cell.Span[..5]).ToString());
        Assert.True((cell with { IsPlain = true }).Part(cell.Span[..5]).IsPlain);
        Assert.False(cell.Part(cell.Span[..5]).IsPlain);
    }

    [Theory]
    [InlineData("LastName", " Durand ", "Durand")]
    [InlineData("LastName", "=\"Durand\"", "Durand")]
    [InlineData("LastName", "=\" Durand \"", "Durand")]
    [InlineData("LastName", "=\"a \"\"b\"\"\"", "a \"b\"")]
    [InlineData("LastName", "Caf&eacute;", "Café")]
    [InlineData("LastName", "&nbsp;Zo&eacute;", "Zoé")]
    [InlineData("LastName", "A & B", "A & B")]
    [InlineData("LastName", "'s-Hertogenbosch", "'s-Hertogenbosch")]
    [InlineData("LastName", "12.0", "12.0")]
    [InlineData("Note", "'&eacute;", "'&eacute;")]
    [InlineData("Owner", "'a", "'a")]
    [InlineData("Civility", "'a", "'a")]
    [InlineData("Tags", "'a", "'a")]
    [InlineData("Company", "'a", "'a")]
    [InlineData("CompanyCity", "'a", "'a")]
    [InlineData("CompanyZipCode", "'06400", "06400")]
    [InlineData("CompanySize", "'12", "12")]
    [InlineData("CompanyCountry", "'France", "France")]
    [InlineData("Email", "'a@b.example'", "a@b.example")]
    [InlineData("Email", "'a@b.example", "a@b.example")]
    [InlineData("Email", "'a@b.example', 'c@d.example'", "'a@b.example', 'c@d.example'")]
    [InlineData("Email", "’ a@b.example ’", "a@b.example")]
    [InlineData("Phone", "' 0546778899", "0546778899")]
    [InlineData("Phone", "''0546778899'", "0546778899")]
    [InlineData("Phone", "'05'46", "05'46")]
    [InlineData("Phone", "546778899.0", "546778899")]
    [InlineData("SellsyContactId", "'1204", "1204")]
    [InlineData("SellsyContactId", "1204.0", "1204")]
    [InlineData("SellsyContactId", "1204,00", "1204")]
    [InlineData("SellsyContactId", "=\"1204\"", "1204")]
    [InlineData("OwnerSellsyId", "7.0", "7")]
    [InlineData("CompanySellsyId", "7.0", "7")]
    [InlineData("CompanySellsyId", "12,0", "12,0")]
    [InlineData("CompanySiren", "732829320.0", "732829320")]
    [InlineData("CompanySiret", "73282932000074.0", "73282932000074")]
    [InlineData("CompanyZipCode", "17000.0", "17000")]
    [InlineData("CompanySize", "50.0", "50")]
    [InlineData("CompanyCountry", "50.0", "50.0")]
    [InlineData("Birthday", "'45123.0", "45123.0")]
    [InlineData("EmailConsent", "'oui", "oui")]
    [InlineData("Website", "'exemple.example", "exemple.example")]
    public void What_other_programs_added_to_a_value_is_removed_by_its_field(string field, string cell, string text) =>
        Assert.Equal(text, new CellCleaner(LeadFields.All.Single(known => known.Name == field)).Clean(new(cell)).ToString());

    [Theory]
    [InlineData(LeadFieldKind.Choice, "'a", "'a")]
    [InlineData(LeadFieldKind.Text, "'a", "'a")]
    [InlineData(LeadFieldKind.YesNo, "'a", "a")]
    [InlineData(LeadFieldKind.Number, "'12.0", "12.0")]
    [InlineData(LeadFieldKind.Date, "'a", "a")]
    [InlineData(LeadFieldKind.DateTime, "'a", "a")]
    public void A_field_of_the_host_is_cleaned_by_its_kind(LeadFieldKind kind, string cell, string text) =>
        Assert.Equal(text, new CellCleaner(new("Other", kind)).Clean(new(cell)).ToString());

    private static (string Text, bool IsPlain) Widen(string text)
    {
        var widened = new CellBuffer().Widen(Encoding.UTF8.GetBytes(text), out var isPlain);
        return (widened.ToString(), isPlain);
    }
}
