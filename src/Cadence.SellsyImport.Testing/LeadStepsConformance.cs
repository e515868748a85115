using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// What <see cref="ILeadReader"/>, <see cref="ILeadUpdater"/> and <see cref="ILeadRemover"/> promise beside <see cref="ILeadSink"/>, as tests, those of
/// <see cref="LeadSinkConformance"/> among them: derive a class from it, and the runner finds them. The tests of a step that the sink does not
/// offer are skipped.
/// </summary>
public abstract class LeadStepsConformance : LeadSinkConformance
{
    private static readonly CadenceUser OtherOwner = FullLeads.OtherOwner;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Changes the first name of a lead directly in the store, as a person does who knows nothing of imports.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <param name="firstName">The new first name.</param>
    /// <returns>A task that ends when the lead is changed.</returns>
    protected abstract ValueTask EditLeadAsync(string sellsyContactId, string firstName);

    /// <summary>Removes a lead directly from the store.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <returns>A task that ends when the lead is removed.</returns>
    protected abstract ValueTask RemoveLeadAsync(string sellsyContactId);

    /// <summary>Leads come with their values and their owner; those that are absent are left out.</summary>
    [Fact]
    public async Task Leads_are_read_with_their_values_and_owners()
    {
        var sink = await FilledAsync<ILeadReader>("1", "2", "007");

        var leads = await sink.ReadLeadsAsync(["007", "7", "1"], Cancellation);

        Assert.Equal(["007", "1"], leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal));
        Assert.All(leads, lead => Assert.Equal((Batches.Lead("1").FirstName, Batches.Owner.Id), (lead.Lead.FirstName, lead.Owner.Id)));
        Assert.All(leads, lead => Assert.Empty(lead.RunningCadences));
        Assert.Empty(await sink.ReadLeadsAsync([], Cancellation));
    }

    /// <summary>A version stays until somebody changes the lead, or removes it and creates it again.</summary>
    [Fact]
    public async Task A_version_differs_after_every_change()
    {
        var sink = await FilledAsync<ILeadReader>("1", "2");
        var first = await ReadAsync(sink, "1");
        Assert.Equal(first.Version, (await ReadAsync(sink, "1")).Version);

        await EditLeadAsync("2", "Noé");
        Assert.Equal(first.Version, (await ReadAsync(sink, "1")).Version);
        await EditLeadAsync("1", "Noé");
        var edited = await ReadAsync(sink, "1");
        await EditLeadAsync("1", first.Lead.FirstName!);
        var back = await ReadAsync(sink, "1");
        await RemoveLeadAsync("1");
        await ((ILeadSink)sink).AddAsync(Batches.Of(9, "1"), Cancellation);
        var again = await ReadAsync(sink, "1");

        Assert.Equal("Noé", edited.Lead.FirstName);
        Assert.Equal(4, new[] { first.Version, edited.Version, back.Version, again.Version }.Distinct().Count());
    }

    /// <summary>A version that an answer gives is the one that is read.</summary>
    [Fact]
    public async Task The_version_of_an_answer_is_the_one_that_is_read()
    {
        var sink = await RequireAsync<ILeadReader>();
        Assert.SkipUnless(sink is IAnsweringLeadSink, "The answers of the sink have no versions.");

        var answers = await ((IAnsweringLeadSink)sink).AddLeadsAsync(Batches.Of(1, "1", "2"), Cancellation);

        Assert.SkipWhen(answers[0].Version is null, "The answers of the sink have no versions.");
        Assert.Equal(LeadAnswer.Added((await ReadAsync(sink, "1")).Version), answers[0]);
        Assert.Equal(LeadAnswer.Added((await ReadAsync(sink, "2")).Version), answers[1]);
    }

    /// <summary>A change sets values and owner of a lead that has the version; one of another version, or an absent one, is left as it is.</summary>
    [Fact]
    public async Task Only_a_lead_of_the_version_is_changed()
    {
        var sink = await FilledAsync<ILeadUpdater>("1", "2", "3", "4");
        var read = (await sink.ReadLeadsAsync(["1", "2", "3", "4"], Cancellation)).ToDictionary(lead => lead.Lead.SellsyContactId);
        await EditLeadAsync("2", "Edited");
        await RemoveLeadAsync("3");

        var answers = await sink.UpdateAsync(Change([read["3"], read["1"], read["2"]]), Cancellation);

        Assert.Equal(
            [LeadEntryOutcome.Vanished, LeadEntryOutcome.Updated, LeadEntryOutcome.ChangedMeanwhile],
            answers.Select(answer => answer.Outcome));
        var now = (await sink.ReadLeadsAsync(["1", "2", "3", "4"], Cancellation)).ToDictionary(lead => lead.Lead.SellsyContactId);
        Assert.Equal(["1", "2", "4"], now.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("Changed", OtherOwner.Id), (now["1"].Lead.FirstName, now["1"].Owner.Id));
        Assert.Equal(("Edited", Batches.Owner.Id), (now["2"].Lead.FirstName, now["2"].Owner.Id));
        Assert.Equal(read["4"].Version, now["4"].Version);
        Assert.NotEqual(read["1"].Version, now["1"].Version);
        Assert.True(answers[1].Version is null || answers[1].Version == now["1"].Version);
    }

    /// <summary>A change that is sent twice is made once: the version guards it, not the number of the batch.</summary>
    [Fact]
    public async Task A_change_that_is_sent_again_finds_another_version()
    {
        var sink = await FilledAsync<ILeadUpdater>("1");
        var change = Change([await ReadAsync(sink, "1")]);

        Assert.Equal(LeadEntryOutcome.Updated, Assert.Single(await sink.UpdateAsync(change, Cancellation)).Outcome);
        Assert.Equal(LeadEntryOutcome.ChangedMeanwhile, Assert.Single(await sink.UpdateAsync(change, Cancellation)).Outcome);

        var back = change.Entries[0] with { Lead = Batches.Lead("1"), Before = await ReadAsync(sink, "1") };
        Assert.Equal(LeadEntryOutcome.Updated, Assert.Single(await sink.UpdateAsync(change with { Entries = [back] }, Cancellation)).Outcome);
        Assert.Equal(Batches.Lead("1").FirstName, (await ReadAsync(sink, "1")).Lead.FirstName);
    }

    /// <summary>A lead that has the version is removed; one of another version is kept.</summary>
    [Fact]
    public async Task Only_a_lead_of_the_version_is_removed()
    {
        var sink = await FilledAsync<ILeadRemover>("1", "2", "3", "4");
        var read = (await sink.ReadLeadsAsync(["1", "2", "3"], Cancellation)).ToDictionary(lead => lead.Lead.SellsyContactId);
        await EditLeadAsync("2", "Edited");
        await RemoveLeadAsync("3");

        var outcomes = await sink.RemoveAsync(Batches.Import(1), [read["2"], read["3"], read["1"]], Cancellation);

        Assert.Equal([UndoOutcome.Kept, UndoOutcome.Vanished, UndoOutcome.Removed], outcomes);
        Assert.Equal(["2", "4"], (await ReadLeadsAsync()).Select(lead => lead.SellsyContactId).Order(StringComparer.Ordinal));
        Assert.Equal([UndoOutcome.Vanished], await sink.RemoveAsync(Batches.Import(1), [read["1"]], Cancellation));
    }

    /// <summary>A lead whose cadence was started since it was read is kept.</summary>
    [Fact]
    public async Task A_lead_with_a_cadence_is_not_removed()
    {
        var sink = await FilledAsync<ILeadRemover>("1");
        var read = await ReadAsync(sink, "1");
        Assert.SkipUnless(await StartCadenceAsync("1", "Relance été"), "The store knows no cadences.");

        Assert.Equal(["Relance été"], (await ReadAsync(sink, "1")).RunningCadences);
        Assert.Equal([UndoOutcome.Kept], await sink.RemoveAsync(Batches.Import(1), [read], Cancellation));
    }

    /// <summary>Cancellation is reported as such, and nothing is changed.</summary>
    [Fact]
    public async Task A_step_cancelled_before_it_starts_changes_nothing()
    {
        var sink = await FilledAsync<ILeadReader>("1");
        var read = await ReadAsync(sink, "1");
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await sink.ReadLeadsAsync(["1"], cancelled));
        if (sink is ILeadUpdater updater)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await updater.UpdateAsync(Change([read]), cancelled));
        }

        if (sink is ILeadRemover remover)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await remover.RemoveAsync(Batches.Import(1), [read], cancelled));
        }

        Assert.Equal(read.Version, (await ReadAsync(sink, "1")).Version);
    }

    private static LeadBatch Change(ImmutableArray<LeadVersion> leads) => new(
        Batches.Import(1),
        2,
        [.. leads.Select((there, index) => new LeadEntry(index + 1, there.Lead with { FirstName = "Changed" }, OtherOwner) { Before = there })]);

    private static async Task<LeadVersion> ReadAsync(ILeadReader sink, string id) => Assert.Single(await sink.ReadLeadsAsync([id], Cancellation));

    private async Task<T> RequireAsync<T>()
        where T : class
    {
        var sink = await OpenSinkAsync() as T;
        Assert.SkipWhen(sink is null, $"The sink is no {typeof(T).Name}.");
        return sink!;
    }

    /// <summary>A sink with new leads of these ids.</summary>
    private async Task<T> FilledAsync<T>(params string[] ids)
        where T : class
    {
        var sink = await RequireAsync<T>();
        await ((ILeadSink)(object)sink).AddAsync(Batches.Of(1, ids), Cancellation);
        return sink;
    }
}
