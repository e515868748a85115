using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;
using Xunit.Sdk;

namespace Cadence.SellsyImport.Tests.Conformance;

/// <summary>The suite notices a store that breaks its contract, and says so in the test that is about it.</summary>
public sealed class LeadSinkConformanceTests
{
    [Fact]
    public Task A_store_that_forgets_which_batches_it_has_is_noticed() => IsNoticedAsync(
        () => new() { Store = (batch, call) => batch with { Number = call } },
        suite => suite.A_batch_handed_over_twice_is_stored_once_and_gives_its_first_result(),
        suite => suite.A_batch_whose_answer_was_lost_is_handed_over_again_and_stored_once(),
        suite => suite.One_batch_handed_over_by_several_at_once_is_stored_once());

    [Fact]
    public Task A_store_that_knows_batches_by_their_number_alone_is_noticed() => IsNoticedAsync(
        () => new() { Store = (batch, _) => batch with { Import = batch.Import with { ImportId = "always the same" } } },
        suite => suite.The_same_number_of_another_import_is_another_batch());

    [Fact]
    public Task A_store_that_keeps_the_start_of_a_batch_is_noticed() => IsNoticedAsync(
        () => new() { StoresTheStartOfABadBatch = true },
        suite => suite.A_batch_that_cannot_be_stored_leaves_nothing_and_can_be_mended());

    [Fact]
    public Task A_store_that_ignores_the_cancellation_is_noticed() => IsNoticedAsync(
        () => new() { IgnoresCancellation = true },
        suite => suite.A_call_cancelled_before_it_starts_stores_nothing());

    [Fact]
    public Task A_store_that_tells_the_outcomes_in_another_order_is_noticed() => IsNoticedAsync(
        () => new() { Answer = outcomes => [.. outcomes.Order()] },
        suite => suite.Each_entry_has_its_outcome_in_the_order_of_the_batch());

    [Fact]
    public Task A_store_that_finds_nothing_is_noticed() => IsNoticedAsync(
        () => new() { Find = _ => [] },
        suite => suite.Contacts_that_are_there_are_found_and_absent_ones_are_left_out(),
        suite => suite.Many_leads_are_stored_and_found(),
        suite => suite.An_identity_is_compared_as_it_is());

    [Fact]
    public Task A_store_that_trims_its_texts_is_noticed() => IsNoticedAsync(
        () => Bent(lead => lead with { FirstName = lead.FirstName?.Trim() }),
        suite => suite.Every_text_comes_back_as_it_was_given());

    [Fact]
    public Task A_store_whose_identities_have_no_case_is_noticed() => IsNoticedAsync(
        () => Bent(lead => lead with { SellsyContactId = lead.SellsyContactId.ToUpperInvariant() }),
        suite => suite.An_identity_is_compared_as_it_is());

    private static BentSink Bent(Func<Lead, Lead> bend) => new()
    {
        Store = (batch, _) => batch with { Entries = [.. batch.Entries.Select(entry => entry with { Lead = bend(entry.Lead) }).DistinctBy(entry => entry.Lead.SellsyContactId)] },
    };

    private static async Task IsNoticedAsync(Func<BentSink> sink, params Func<LeadSinkConformance, Task>[] tests)
    {
        foreach (var test in tests)
        {
            await Assert.ThrowsAnyAsync<XunitException>(() => test(new Suite(sink())));
        }
    }

    private sealed class Suite(BentSink sink) : LeadSinkConformance
    {
        protected override ValueTask<ILeadSink> OpenSinkAsync() => new(sink);

        protected override ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() =>
            new([.. sink.Inner.Leads.Select(entry => new StoredLead(
                entry.Lead.SellsyContactId, entry.Lead.FirstName, entry.Lead.Note, entry.Owner.Id, entry.Lead.Company?.Name))]);
    }
}
