using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Storage;
using Xunit;
using static Cadence.SellsyImport.Tests.Leads.Leads;

namespace Cadence.SellsyImport.Tests.Leads;

public sealed class LeadRestorationTests
{
    private static readonly LeadVersion Before = There(Bare with { LastName = "Petit", Tags = ["a"], CustomValues = [new("Score", "1")] });
    private static readonly LeadVersion After =
        There(Bare with { LastName = "Grand", Tags = ["b"], JobPosition = "Gérante", CustomValues = [new("Score", "2"), new("Zone", "Sud")] }, Helene);

    [Fact]
    public void What_nobody_touched_since_gets_its_old_values_and_its_old_owner()
    {
        var (restored, kept) = LeadRestoration.Of(Before, After, LeadSnapshot.FromJson(LeadSnapshot.ToJson(After)));

        Assert.Empty(kept);
        Assert.Empty(ExistingLeads.Changes(Before, restored));
        Assert.Equal(Marie.Id, restored.Owner.Id);
    }

    [Fact]
    public void What_a_person_edited_since_is_kept_and_named_and_the_rest_is_restored()
    {
        var current = After with { Lead = After.Lead with { LastName = "Leblanc", Note = "vue au salon" } };

        var (restored, kept) = LeadRestoration.Of(Before, After, current);

        Assert.Equal(["LastName"], kept);
        Assert.Equal(("Leblanc", "vue au salon", (string?)null), (restored.Lead.LastName, restored.Lead.Note, restored.Lead.JobPosition));
        Assert.Equal(["a"], restored.Lead.Tags);
        Assert.Equal([new LeadValue("Score", "1")], restored.Lead.CustomValues);
    }

    [Fact]
    public void A_field_that_somebody_set_back_himself_is_neither_kept_nor_restored()
    {
        var (restored, kept) = LeadRestoration.Of(Before, After, Before);

        Assert.Empty(kept);
        Assert.Same(Before, restored);
    }
}
