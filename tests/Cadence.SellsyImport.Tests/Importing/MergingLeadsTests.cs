using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Tests.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

[Collection(MeasuredAlone.Name)]
public sealed class MergingLeadsTests
{
    private const int Rows = 50_000;
    private const long MostAllocatedPerRow = 4 * 1024;

    /// <summary>A list that was copied for each row would allocate twenty gigabytes.</summary>
    [Fact]
    public void A_lead_that_thousands_of_rows_complete_costs_the_same_for_each()
    {
        var verdicts = new PlanVerdicts();
        for (var row = 1; row <= Rows; row++)
        {
            verdicts.Add((byte)RowStatus.Blank, new(row, row, row));
            if (row > 1)
            {
                verdicts.AddMerged(row, into: 1);
            }
        }

        var merging = new MergingLeads(verdicts);
        var lead = new Lead { SellsyContactId = "1", FirstName = "Anne" };
        Assert.True(merging.TryHold(new(1, lead, new("u1", "Hélène", "Aubrac"))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var row = 2; row < Rows; row++)
        {
            merging.Complete(merging.HeldFor(row)!, row, lead, planned: null);
            Assert.Null(merging.Release(row));
        }

        merging.Complete(merging.HeldFor(Rows)!, Rows, lead with { LastName = "Martin" }, planned: null);
        var whole = merging.Release(Rows)!;

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Rows, 0, MostAllocatedPerRow);
        Assert.Equal("Martin", whole.Lead.LastName);
        Assert.Equal(Rows - 1, whole.CompletedBy.Length);
        Assert.Equal(new MergedRow(2, RowOutcome.Unchanged), whole.CompletedBy[0]);
        Assert.Equal(new MergedRow(Rows, RowOutcome.Updated), whole.CompletedBy[^1]);
    }
}
