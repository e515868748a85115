using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// What every <see cref="ILeadSink"/> promises, as tests: derive a class from it, and the runner finds them. Each test has its own instance, and
/// so its own store, which is empty when the test starts. What only a sink that <see cref="ILeadSink.RemembersBatches"/> promises is skipped for others.
/// A sink with further steps derives from <see cref="LeadStepsConformance"/>, which has these tests too.
/// </summary>
public abstract class LeadSinkConformance : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens a sink on the store of this test; called several times, as by several processes that share it.</summary>
    /// <returns>The sink.</returns>
    protected abstract ValueTask<ILeadSink> OpenSinkAsync();

    /// <summary>Reads all leads directly from the store.</summary>
    /// <returns>The leads, in any order.</returns>
    protected abstract ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync();

    /// <summary>Puts an existing lead into a running cadence. A store without cadences need not override this.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <param name="cadence">The name of the cadence.</param>
    /// <returns>Whether the store supports cadences; if not, the test about them is skipped. Default: <see langword="false"/>.</returns>
    protected virtual ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence) => ValueTask.FromResult(false);

    /// <summary>How many leads the tests of many leads write; a store behind a slow network may take fewer.</summary>
    /// <value>10 or more, a multiple of 5. Default: 10,000.</value>
    protected virtual int ManyLeads => 10_000;

    /// <summary>Makes the store ready. By default nothing is done.</summary>
    /// <returns>A task that ends when the store is ready.</returns>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Removes the store. By default nothing is done.</summary>
    /// <returns>A task that ends when the store is removed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty store finds no contact.</summary>
    [Fact]
    public async Task A_new_store_has_no_lead()
    {
        var sink = await OpenSinkAsync();

        Assert.Empty(await sink.FindExistingAsync(["1", "2"], Cancellation));
        Assert.Empty(await ReadLeadsAsync());
    }

    /// <summary>Contacts are found by their whole id, which is a text, not a number.</summary>
    [Fact]
    public async Task Contacts_that_are_there_are_found_and_absent_ones_are_left_out()
    {
        var sink = await OpenSinkAsync();
        await sink.AddAsync(Batches.Of(1, "1", "3", "007"), Cancellation);

        var found = await sink.FindExistingAsync(["2", "3", "7", "007", "\"'", "", "1"], Cancellation);

        Assert.Equal(["007", "1", "3"], Ids(found));
        Assert.All(found, lead => Assert.Empty(lead.RunningCadences));
        Assert.Empty(await sink.FindExistingAsync([], Cancellation));
    }

    /// <summary>Reading a lead returns its running cadences.</summary>
    [Fact]
    public async Task The_running_cadences_of_a_lead_come_with_it()
    {
        var sink = await OpenSinkAsync();
        await sink.AddAsync(Batches.Of(1, "1", "2", "3"), Cancellation);
        Assert.SkipUnless(await StartCadenceAsync("1", "Relance été"), "The store knows no cadences.");
        await StartCadenceAsync("3", "Relance été");
        await StartCadenceAsync("3", "Découverte");

        var found = await sink.FindExistingAsync(["3", "2", "1"], Cancellation);

        Assert.Equal(
            ["1: Relance été", "2: ", "3: Découverte, Relance été"],
            found.Select(lead => $"{lead.SellsyContactId}: {string.Join(", ", lead.RunningCadences.Order(StringComparer.Ordinal))}")
                .Order(StringComparer.Ordinal));
    }

    /// <summary>The outcomes stand in the order of the batch.</summary>
    [Fact]
    public async Task Each_entry_has_its_outcome_in_the_order_of_the_batch()
    {
        var sink = await OpenSinkAsync();
        await sink.AddAsync(Batches.Of(1, "5", "2"), Cancellation);

        var outcomes = await sink.AddAsync(Batches.Of(2, "9", "5", "1", "2", "7"), Cancellation);

        Assert.Equal(
            [LeadEntryOutcome.Added, LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added, LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added],
            outcomes);
    }

    /// <summary>An existing contact keeps all its values, its owner and its company.</summary>
    [Fact]
    public async Task A_contact_that_is_there_already_is_left_as_it_is()
    {
        var sink = await OpenSinkAsync();
        await sink.AddAsync(Batches.Of(1, Batches.Lead("1") with { FirstName = "First", Company = new() { Name = "Alpha" } }), Cancellation);
        var other = new CadenceUser("u-2", "Noé", "Brûlé");

        var outcomes = await sink.AddAsync(
            new(Batches.Import(2), 1, [new(1, Batches.Lead("1") with { FirstName = "Second", Company = new() { Name = "Béta" } }, other)]),
            Cancellation);

        Assert.Equal([LeadEntryOutcome.AlreadyPresent], outcomes);
        Assert.Equal(new StoredLead("1", "First", null, Batches.Owner.Id, "Alpha"), Assert.Single(await ReadLeadsAsync()));
    }

    /// <summary>An empty batch is a batch.</summary>
    [Fact]
    public async Task An_empty_batch_has_no_outcome_and_is_no_fault()
    {
        var sink = await OpenSinkAsync();

        Assert.Empty(await sink.AddAsync(Batches.Of(1, Array.Empty<string>()), Cancellation));
        Assert.Empty(await sink.AddAsync(Batches.Of(1, Array.Empty<string>()), Cancellation));
    }

    /// <summary>A batch is stored whole or not at all; once its fault is corrected, it is stored under the same number.</summary>
    [Fact]
    public async Task A_batch_that_cannot_be_stored_leaves_nothing_and_can_be_mended()
    {
        var sink = await OpenRememberingSinkAsync();
        var company = new LeadCompany { SellsyId = "5", Name = "Les Ateliers" };
        Lead[] leads = [Batches.Lead("1") with { Company = company }, Batches.Lead(null!), Batches.Lead("3") with { Company = company }];

        await Assert.ThrowsAnyAsync<Exception>(async () => await sink.AddAsync(Batches.Of(1, leads), Cancellation));

        Assert.Empty(await sink.FindExistingAsync(["1", "3"], Cancellation));
        Assert.Empty(await ReadLeadsAsync());

        leads[1] = Batches.Lead("2");
        Assert.Equal(Repeat(LeadEntryOutcome.Added, 3), await sink.AddAsync(Batches.Of(1, leads), Cancellation));
        Assert.Equal(["Les Ateliers", null, "Les Ateliers"], (await LeadsByIdAsync()).Select(lead => lead.CompanyName));
    }

    /// <summary>The import and the number identify a stored batch; its first result is the answer, also to another sink.</summary>
    [Fact]
    public async Task A_batch_handed_over_twice_is_stored_once_and_gives_its_first_result()
    {
        var sink = await OpenRememberingSinkAsync();
        await sink.AddAsync(Batches.Of(1, "1"), Cancellation);
        var batch = Batches.Of(2, "1", "2");
        LeadEntryOutcome[] expected = [LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added];

        Assert.Equal(expected, await sink.AddAsync(batch, Cancellation));
        Assert.Equal(expected, await sink.AddAsync(batch, Cancellation));
        Assert.Equal(expected, await (await OpenSinkAsync()).AddAsync(batch, Cancellation));

        Assert.Equal(["1", "2"], (await LeadsByIdAsync()).Select(lead => lead.SellsyContactId));
    }

    /// <summary>Batch numbers are counted per import.</summary>
    [Fact]
    public async Task The_same_number_of_another_import_is_another_batch()
    {
        var sink = await OpenSinkAsync();
        await sink.AddAsync(Batches.Of(1, "1"), Cancellation);

        var outcomes = await sink.AddAsync(Batches.Of(1, "1", "2") with { Import = Batches.Import(2) }, Cancellation);

        Assert.Equal([LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added], outcomes);
        Assert.Equal(2, (await ReadLeadsAsync()).Count);
    }

    /// <summary>The answer to the commit is lost; the batch is sent again, as by a restarted process.</summary>
    [Fact]
    public async Task A_batch_whose_answer_was_lost_is_handed_over_again_and_stored_once()
    {
        var broken = new FaultInjectingLeadSink(await OpenRememberingSinkAsync(), callNumber: 1, SinkFault.DoThenFail);
        var batch = Batches.Of(1, "1", "2", "3");
        await Assert.ThrowsAsync<InjectedFaultException>(async () => await broken.AddAsync(batch, Cancellation));

        Assert.Equal(Repeat(LeadEntryOutcome.Added, 3), await (await OpenSinkAsync()).AddAsync(batch, Cancellation));

        Assert.Equal(3, (await ReadLeadsAsync()).Count);
    }

    /// <summary>Cancellation is reported as such, and nothing is stored.</summary>
    [Fact]
    public async Task A_call_cancelled_before_it_starts_stores_nothing()
    {
        var sink = await OpenSinkAsync();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await sink.AddAsync(Batches.Of(1, "1"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await sink.FindExistingAsync(["1"], cancelled));

        Assert.Empty(await sink.FindExistingAsync(["1"], Cancellation));
        Assert.Empty(await ReadLeadsAsync());
    }

    /// <summary>Cancelled while it runs, a batch is stored whole and reported as stored, or is not stored at all.</summary>
    [Fact]
    public async Task A_batch_cancelled_in_its_midst_is_stored_whole_or_not_at_all()
    {
        const int Leads = 200;
        var sink = await OpenRememberingSinkAsync();
        for (var number = 1; number <= 20; number++)
        {
            var batch = Batches.Numbered(number, first: number * Leads, count: Leads);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var adding = Task.Run(async () => await sink.AddAsync(batch, stopping.Token), Cancellation);
            await Scheduling.YieldAsync(number);
            await stopping.CancelAsync();

            var isStored = await IsDoneAsync(adding);

            var found = await sink.FindExistingAsync(Batches.Ids(batch), Cancellation);
            Assert.True(
                isStored ? found.Length == Leads : found.IsEmpty,
                $"{found.Length} of {Leads} leads of batch {number}; told as stored: {isStored}");
            Assert.Equal(Repeat(LeadEntryOutcome.Added, Leads), await sink.AddAsync(batch, Cancellation));
        }
    }

    /// <summary>Two sinks write at once, and each contact is added by one of them.</summary>
    [Fact]
    public async Task Two_writers_of_overlapping_contacts_store_every_contact_once()
    {
        const int BatchCount = 20;
        const int Leads = 50;
        ILeadSink[] sinks = [await OpenSinkAsync(), await OpenSinkAsync()];

        var added = await Task.WhenAll(sinks.Select((sink, writer) => Task.Run(
            async () =>
            {
                var count = 0;
                for (var number = 1; number <= BatchCount; number++)
                {
                    // The second writer uses the reverse order, so that the two meet in the middle.
                    var place = writer == 0 ? number : BatchCount + 1 - number;
                    var batch = Batches.Numbered(number, first: place * Leads, count: Leads) with { Import = Batches.Import(writer + 1) };
                    count += (await sink.AddAsync(batch, Cancellation)).Count(outcome => outcome == LeadEntryOutcome.Added);
                }

                return count;
            },
            Cancellation)));

        Assert.Equal(BatchCount * Leads, added.Sum());
        var leads = await ReadLeadsAsync();
        Assert.Equal(BatchCount * Leads, leads.Count);
        Assert.Equal(BatchCount * Leads, leads.Select(lead => lead.SellsyContactId).Distinct().Count());
        Assert.All(leads, lead => Assert.Equal(Batches.CompanyOf(lead.SellsyContactId), lead.CompanyName));
    }

    /// <summary>The same batch by two processes at once, as when one considers the other dead.</summary>
    [Fact]
    public async Task One_batch_handed_over_by_several_at_once_is_stored_once()
    {
        var batch = Batches.Numbered(1, first: 1, count: 100);
        ILeadSink[] sinks = [await OpenRememberingSinkAsync(), await OpenSinkAsync(), await OpenSinkAsync(), await OpenSinkAsync()];

        var outcomes = await Task.WhenAll(sinks.Select(sink => Task.Run(async () => await sink.AddAsync(batch, Cancellation), Cancellation)));

        Assert.All(outcomes, one => Assert.Equal(Repeat(LeadEntryOutcome.Added, 100), one));
        Assert.Equal(100, (await ReadLeadsAsync()).Count);
    }

    /// <summary>Accents, emoji and what looks like code are text.</summary>
    [Fact]
    public async Task Every_text_comes_back_as_it_was_given()
    {
        var sink = await OpenSinkAsync();
        var texts = OddTexts.All;
        var leads = texts.Select((text, index) => Batches.Lead($"{index}") with
        {
            FirstName = text,
            Note = text,
            Company = new() { SellsyId = $"{index}", Name = text },
        });

        await sink.AddAsync(Batches.Of(1, [.. leads]), Cancellation);

        var stored = (await ReadLeadsAsync()).ToDictionary(lead => lead.SellsyContactId);
        Assert.Equal(texts.Length, stored.Count);
        for (var i = 0; i < texts.Length; i++)
        {
            var lead = stored[$"{i}"];
            Assert.Equal((texts[i], texts[i], texts[i]), (lead.FirstName, lead.Note, lead.CompanyName));
        }
    }

    /// <summary>An identity is any text, compared exactly: ids that differ only in case, accents or blanks are different.</summary>
    [Fact]
    public async Task An_identity_is_compared_as_it_is()
    {
        var sink = await OpenSinkAsync();
        string[] ids = ["a", "A", "é", "e\u0301", "E", "1", "01", "1 ", "👩", "Robert'); --"];

        Assert.Equal(Repeat(LeadEntryOutcome.Added, ids.Length), await sink.AddAsync(Batches.Of(1, ids), Cancellation));

        Assert.Equal(ids.Order(StringComparer.Ordinal), Ids(await sink.FindExistingAsync([.. ids, "á", " 1"], Cancellation)));
    }

    /// <summary>Many leads in five batches, then looked up together.</summary>
    [Fact]
    public async Task Many_leads_are_stored_and_found()
    {
        var perBatch = ManyLeads / 5;
        var sink = await OpenSinkAsync();
        for (var number = 1; number <= 5; number++)
        {
            var outcomes = await sink.AddAsync(Batches.Numbered(number, first: number * perBatch, count: perBatch), Cancellation);
            Assert.Equal(Repeat(LeadEntryOutcome.Added, perBatch), outcomes);
        }

        Assert.Equal(5 * perBatch, (await ReadLeadsAsync()).Count);
        var asked = Batches.Ids(Batches.Numbered(6, first: 5 * perBatch, count: 2 * perBatch));
        Assert.Equal(asked.Take(perBatch).Order(StringComparer.Ordinal), Ids(await sink.FindExistingAsync(asked, Cancellation)));
    }

    private async Task<ILeadSink> OpenRememberingSinkAsync()
    {
        var sink = await OpenSinkAsync();
        Assert.SkipUnless(sink.RemembersBatches, "The sink remembers no batch.");
        return sink;
    }

    private static IEnumerable<string> Ids(ImmutableArray<ExistingLead> leads) =>
        leads.Select(lead => lead.SellsyContactId).Order(StringComparer.Ordinal);

    private static IEnumerable<LeadEntryOutcome> Repeat(LeadEntryOutcome outcome, int count) => Enumerable.Repeat(outcome, count);

    private static async Task<bool> IsDoneAsync(Task<ImmutableArray<LeadEntryOutcome>> adding)
    {
        try
        {
            await adding;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<IEnumerable<StoredLead>> LeadsByIdAsync() =>
        (await ReadLeadsAsync()).OrderBy(lead => lead.SellsyContactId, StringComparer.Ordinal);
}
