using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>What the rows of a file say about their companies together: their ids, and which commas belong to a name.</summary>
public sealed class CompanyFactsTests
{
    private readonly CompanyFacts _facts = new();

    [Fact]
    public void The_first_id_of_a_name_is_kept_however_it_is_written()
    {
        Add("Acme", "7", row: 1);
        Add("ACME", "", row: 2);
        Add("acmé", "8", row: 3);

        Assert.Equal(("7", "7", null), (_facts.IdOf("Acme"), _facts.IdOf("ÀCME"), _facts.IdOf("Kiwi")));
    }

    [Fact]
    public void A_row_with_another_id_says_so_and_one_with_the_first_does_not()
    {
        Assert.False(Add("Acme", "7", row: 1));
        Assert.False(Add("Acme", "7", row: 2));
        Assert.True(Add("Acme", "8", row: 3));
        Assert.True(Add("Acme", "9", row: 5));
        Assert.True(Add("Acme", "8", row: 6));
        Assert.False(Add("Kiwi", "8", row: 7));
        Assert.False(Add("Kiwi", "", row: 8));

        Assert.Equal((3, 3), (_facts.RowsOfOtherIds.Count, _facts.RowsOfOtherIds.First));
        Assert.Empty(_facts.LaterRows);
    }

    [Fact]
    public void An_id_that_the_row_does_not_keep_is_the_first_one_and_no_other_one()
    {
        Assert.False(Add("Acme", "7", row: 1, isKept: false));
        Assert.False(Add("Acme", "8", row: 2, isKept: false));
        Assert.True(Add("Acme", "8", row: 3));

        Assert.Equal("7", _facts.IdOf("Acme"));
        Assert.Equal((1, 3), (_facts.RowsOfOtherIds.Count, _facts.RowsOfOtherIds.First));
    }

    [Fact]
    public void Saved_are_the_ids_that_a_row_lacks_and_no_others()
    {
        Add("Acme", "7", row: 1);
        Add("Acme", "7", row: 2);
        Add("Kiwi", "", row: 3, isKept: false);
        Add("Prune", "9", row: 4);
        Add("Prune", "", row: 5, isKept: false);
        Add("Melon", "10", row: 6);
        Add("Melon", "11", row: 7);
        Add("Prune", "", row: 8, isKept: false);

        var document = _facts.ToDocument();

        Assert.Equal([new("prune", "9"), new("melon", "10")], document.FirstIdByName);
        Assert.Empty(document.NeverAlone);
        Assert.Equal((null, "9", "10"), (CompanyFacts.Of(document).IdOf("Acme"), CompanyFacts.Of(document).IdOf("Prune"), CompanyFacts.Of(document).IdOf("Melon")));
    }

    [Theory]
    [InlineData(false, 1, false, false)]
    [InlineData(false, 2, false, true)]
    [InlineData(false, 2, true, false)]
    [InlineData(true, 1, false, true)]
    [InlineData(true, 1, true, true)]
    public void A_comma_belongs_to_a_name_with_one_id_or_that_recurs_while_its_first_part_is_no_company(bool hasOneId, int rows, bool firstPartStandsAlone, bool isOne)
    {
        for (var row = 1; row <= rows; row++)
        {
            _facts.AddCommaCell("Dupont, Martin & Fils");
        }

        if (hasOneId)
        {
            _facts.AddCellWithOneId("DUPONT, Martin & Fils");
        }

        if (firstPartStandsAlone)
        {
            Add("Dupont", "", row: 9);
        }

        Assert.Equal(isOne, _facts.IsOneName("dupont, MARTIN & fils"));
        Assert.Equal(isOne, CompanyFacts.Of(_facts.ToDocument()).IsOneName("Dupont, Martin & Fils"));
        Assert.Null(CompanyFacts.Of(_facts.ToDocument()).IdOf("Dupont"));
        Assert.Equal(firstPartStandsAlone && rows > 1, _facts.ToDocument().FirstIdByName.ContainsKey("dupont"));
        Assert.False(_facts.IsOneName("Dupont, Petit"));
    }

    [Fact]
    public void A_first_part_that_is_met_only_before_a_comma_does_not_stand_alone()
    {
        _facts.AddCommaCell("Dupont, Martin");
        _facts.AddCommaCell("Dupont, Martin");
        Add("Dupont", "7", row: 1, standsAlone: false);

        Assert.True(_facts.IsOneName("Dupont, Martin"));
        Assert.True(CompanyFacts.Of(_facts.ToDocument()).IsOneName("Dupont, Martin"));

        Add("Dupont", "7", row: 2);

        Assert.False(_facts.IsOneName("Dupont, Martin"));
        Assert.False(CompanyFacts.Of(_facts.ToDocument()).IsOneName("Dupont, Martin"));
    }

    [Fact]
    public void A_name_with_a_comma_keeps_its_id_and_that_it_never_stands_alone_when_saved()
    {
        _facts.AddCommaCell("Dupont, Martin");
        Add("Dupont, Martin", "7", row: 1, standsAlone: false);

        var document = _facts.ToDocument();

        Assert.Equal([new("dupont, martin", "7")], document.FirstIdByName);
        Assert.Equal(["dupont, martin"], document.NeverAlone);
        Assert.Equal("7", CompanyFacts.Of(document).IdOf("Dupont, Martin"));
    }

    [Fact]
    public void A_later_part_of_the_file_is_added_behind_the_rows_before()
    {
        Add("Acme", "7", row: 1);
        Add("Kiwi", "", row: 2, isKept: false);
        _facts.AddCommaCell("Dupont, Martin");
        var later = new CompanyFacts();
        Add(later, "Melon", "3", row: 1);
        Add(later, "Acme", "8", row: 2);
        Add(later, "Acme", "7", row: 4);
        Add(later, "Acme", "9", row: 5);
        Add(later, "Kiwi", "12", row: 6);
        later.AddCommaCell("Dupont, Martin");
        later.AddCellWithOneId("Petit, Roux");

        _facts.Add(later, rowsBefore: 100);

        Assert.Equal(("7", "12", "3"), (_facts.IdOf("Acme"), _facts.IdOf("Kiwi"), _facts.IdOf("Melon")));
        Assert.Equal((2, 102), (_facts.RowsOfOtherIds.Count, _facts.RowsOfOtherIds.First));
        Assert.Equal([(102, 102)], _facts.LaterRows);
        Assert.True(_facts.IsOneName("Dupont, Martin"));
        Assert.True(_facts.IsOneName("Petit, Roux"));
        Assert.Equal([new("acme", "7"), new("kiwi", "12")], _facts.ToDocument().FirstIdByName);
    }

    [Theory]
    [InlineData(1, "102-102")]
    [InlineData(2, "102-102 105-105")]
    [InlineData(3, "102-108")]
    public void Rows_of_a_later_part_whose_id_an_earlier_part_contradicts_are_known_by_their_stretch(int rows, string stretches)
    {
        Add("Acme", "7", row: 1);
        var later = new CompanyFacts();
        for (var i = 0; i < rows; i++)
        {
            Add(later, "Acme", "8", row: 2 + (3 * i));
        }

        _facts.Add(later, rowsBefore: 100);

        Assert.Equal(stretches, string.Join(' ', _facts.LaterRows.Select(stretch => $"{stretch.First}-{stretch.Last}")));
        Assert.Equal((rows, 102), (_facts.RowsOfOtherIds.Count, _facts.RowsOfOtherIds.First));
    }

    [Fact]
    public void A_later_part_that_stands_alone_or_lacks_an_id_says_so_for_the_whole_file()
    {
        _facts.AddCommaCell("Dupont, Martin");
        Add("Dupont", "7", row: 1, standsAlone: false);
        var later = new CompanyFacts();
        later.AddCommaCell("Dupont, Martin");
        Add(later, "Dupont", "", row: 1, isKept: false);

        _facts.Add(later, rowsBefore: 1);

        Assert.False(_facts.IsOneName("Dupont, Martin"));
        Assert.Equal([new("dupont", "7")], _facts.ToDocument().FirstIdByName);
        Assert.Empty(_facts.LaterRows);
        Assert.Equal(0, _facts.RowsOfOtherIds.Count);
    }

    [Fact]
    public void An_id_that_no_row_of_a_later_part_keeps_contradicts_nothing()
    {
        Add("Acme", "7", row: 1);
        var later = new CompanyFacts();
        Add(later, "Acme", "8", row: 1, isKept: false);

        _facts.Add(later, rowsBefore: 1);

        Assert.Empty(_facts.LaterRows);
        Assert.Equal("7", _facts.IdOf("Acme"));
    }

    [Fact]
    public void A_name_that_stands_alone_in_both_parts_does_so_in_the_whole()
    {
        Add("Dupont", "", row: 1);
        _facts.AddCommaCell("Dupont, Martin");
        var later = new CompanyFacts();
        Add(later, "Dupont", "", row: 1);
        later.AddCommaCell("Dupont, Martin");

        _facts.Add(later, rowsBefore: 1);

        Assert.False(_facts.IsOneName("Dupont, Martin"));
    }

    [Fact]
    public void Long_names_are_folded_whole()
    {
        var name = new string('É', 5000);
        Add(name, "7", row: 1);

        Assert.Equal("7", _facts.IdOf(new string('e', 5000)));
        Assert.Null(_facts.IdOf(new string('e', 4999)));
        Add("Œ", "8", row: 2);
        Add(new string('Œ', 9000), "9", row: 3);
        Add(new string('Œ', 45_000), "10", row: 4);
        Assert.Equal(("9", "10"), (_facts.IdOf(new string('œ', 9000)), _facts.IdOf(new string('œ', 45_000))));
    }

    private bool Add(string name, string id, long row, bool standsAlone = true, bool isKept = true) => Add(_facts, name, id, row, standsAlone, isKept);

    private static bool Add(CompanyFacts facts, string name, string id, long row, bool standsAlone = true, bool isKept = true) =>
        facts.Add(name, id, standsAlone, isKept && id.Length > 0, row);
}
