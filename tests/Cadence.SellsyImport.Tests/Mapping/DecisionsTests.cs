using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>What a person decided about matches and owners holds for exactly what it was decided on.</summary>
public sealed class DecisionsTests
{
    [Fact]
    public void A_decision_on_a_match_holds_for_the_lead_that_it_names()
    {
        var decisions = MatchDecisions.None.WithSame("101", "7").WithNew("102");

        Assert.Equal(MatchDecision.Same, decisions.Find("101", "7"));
        Assert.Null(decisions.Find("101", "8"));
        Assert.Equal(MatchDecision.New, decisions.Find("102", "8"));
        Assert.Null(decisions.Find("103", "7"));
        Assert.Equal(MatchDecision.New, decisions.ForOthers(MatchDecision.New).Find("101", "8"));
        Assert.Equal(MatchDecision.Same, decisions.ForOthers(MatchDecision.Same).Find("103", "7"));
        Assert.Null(decisions.Without("101").Find("101", "7"));
        Assert.Equal(MatchDecision.Same, decisions.ForOthers(MatchDecision.Same).Without("101").Others);
        Assert.Equal(MatchDecision.New, decisions.ForOthers(MatchDecision.New).WithSame("103", "9").Others);
    }

    [Fact]
    public void Decisions_on_matches_are_equal_where_they_decide_the_same()
    {
        var decisions = MatchDecisions.None.WithSame("101", "7").WithNew("102");

        Assert.Equal(MatchDecisions.None.WithNew("102").WithSame("101", "7"), decisions);
        Assert.True(decisions.Equals((object)MatchDecisions.None.WithNew("102").WithSame("101", "7")));
        Assert.False(decisions.Equals((object)"101"));
        Assert.False(decisions.Equals(null));
        Assert.NotEqual(decisions.WithSame("101", "8"), decisions);
        Assert.NotEqual(decisions.ForOthers(MatchDecision.New), decisions);
        Assert.NotEqual(MatchDecisions.None, decisions);
        Assert.Equal(MatchDecisions.None.WithNew("102").WithSame("101", "7").GetHashCode(), decisions.GetHashCode());
        Assert.Equal("2 contacts, others undecided", decisions.ToString());
        Assert.Equal("0 contacts, others Same", MatchDecisions.None.ForOthers(MatchDecision.Same).ToString());
    }

    [Fact]
    public void Nothing_is_decided_only_without_any_decision()
    {
        Assert.True(MatchDecisions.None.IsEmpty);
        Assert.False(MatchDecisions.None.WithNew("1").IsEmpty);
        Assert.False(MatchDecisions.None.ForOthers(MatchDecision.New).IsEmpty);
    }

    [Fact]
    public void Each_decision_on_a_match_is_part_of_the_hash_of_an_import_and_none_is_not()
    {
        MatchDecisions[] all =
        [
            MatchDecisions.None, MatchDecisions.None.WithNew("1"), MatchDecisions.None.WithSame("1", "2"), MatchDecisions.None.WithNew("2"),
            MatchDecisions.None.ForOthers(MatchDecision.New), MatchDecisions.None.ForOthers(MatchDecision.Same),
        ];
        using var nothing = new TextHash();

        Assert.Equal(nothing.Finish(), Hash(all[0]));
        Assert.Equal(all.Length, all.Select(Hash).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_id_and_an_unknown_decision_are_refused(string id)
    {
        Assert.Throws<ArgumentException>(() => MatchDecisions.None.WithNew(id));
        Assert.Throws<ArgumentException>(() => MatchDecisions.None.WithSame(id, "7"));
        Assert.Throws<ArgumentException>(() => MatchDecisions.None.WithSame("101", id));
        Assert.Throws<ArgumentException>(() => OwnerDecisions.None.With(id, "u-1"));
        Assert.Throws<ArgumentException>(() => OwnerDecisions.None.With("Marie", id));
        Assert.Throws<ArgumentException>(() => OwnerDecisions.None.ForBlank(id));
        Assert.Throws<ArgumentException>(() => OwnerDecisions.None.ForUnknown(id));
        Assert.Throws<ArgumentNullException>(() => MatchDecisions.None.Find(null!, "7"));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatchDecisions.None.ForOthers((MatchDecision)9));
    }

    [Fact]
    public void Decisions_on_owners_are_kept_beside_each_other()
    {
        var decisions = OwnerDecisions.None.ForUnknown("u-3").With("Marie", "u-1").ForBlank("u-2").With("MARIE", "u-4");

        Assert.Equal(("u-2", "u-3", "u-1", "u-4"), (decisions.BlankUserId, decisions.UnknownUserId, decisions.Find(" Marie "), decisions.Find("MARIE")));
        Assert.Equal((null, null), (decisions.Find((string?)null), decisions.Find("Paul")));
        Assert.Equal("u-5", decisions.With(" Marie ", "u-5").Find("Marie"));
        Assert.Equal(["MARIE", " Marie "], decisions.With(" Marie ", "u-5").All.Select(decision => decision.Key));
    }

    [Fact]
    public void An_owner_is_decided_on_by_the_name_or_where_there_is_none_by_the_id()
    {
        var decisions = OwnerDecisions.None.With("Marie", "u-1").With("7", "u-2").ForBlank("u-3").ForUnknown("u-4");

        Assert.Equal("u-1", decisions.Find(new OwnerReference("Marie", "7")));
        Assert.Equal("u-2", decisions.Find(new OwnerReference(null, "7")));
        Assert.Equal("u-3", decisions.Find(default(OwnerReference)));
        Assert.Null(decisions.Find(new OwnerReference("Paul", "7")));
    }

    [Fact]
    public void Saved_decisions_on_owners_are_what_they_were()
    {
        var decisions = OwnerDecisions.Of([new("Marie", "u-1")], "u-2", null);

        Assert.Equal(("u-1", "u-2", null), (decisions.Find("Marie"), decisions.BlankUserId, decisions.UnknownUserId));
        Assert.Equal((null, "u-3"), (OwnerDecisions.Of([], null, "u-3").BlankUserId, OwnerDecisions.Of([], null, "u-3").UnknownUserId));
    }

    private static string Hash(MatchDecisions decisions)
    {
        using var hash = new TextHash();
        decisions.AppendTo(hash);
        return hash.Finish();
    }
}
