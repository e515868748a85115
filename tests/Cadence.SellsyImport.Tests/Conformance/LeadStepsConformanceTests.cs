using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;
using Xunit.Sdk;

namespace Cadence.SellsyImport.Tests.Conformance;

/// <summary>The suite notices steps that break their contract, and says so in the test that is about it.</summary>
public sealed class LeadStepsConformanceTests
{
    [Fact]
    public Task A_change_that_ignores_the_version_is_noticed() => IsNoticedAsync(
        Bent.ChangesAnyVersion,
        suite => suite.Only_a_lead_of_the_version_is_changed(),
        suite => suite.A_change_that_is_sent_again_finds_another_version());

    [Fact]
    public Task A_removal_that_ignores_the_version_is_noticed() => IsNoticedAsync(
        Bent.RemovesAnyVersion,
        suite => suite.Only_a_lead_of_the_version_is_removed());

    [Fact]
    public Task Versions_that_stay_are_noticed() => IsNoticedAsync(
        Bent.VersionsStay,
        suite => suite.A_version_differs_after_every_change(),
        suite => suite.The_version_of_an_answer_is_the_one_that_is_read());

    [Fact]
    public Task An_owner_that_is_not_changed_is_noticed() => IsNoticedAsync(
        Bent.KeepsOwners,
        suite => suite.Only_a_lead_of_the_version_is_changed());

    private static async Task IsNoticedAsync(Bent bent, params Func<LeadStepsConformance, Task>[] tests)
    {
        foreach (var test in tests)
        {
            await test(new Suite(new(null)));
            await Assert.ThrowsAnyAsync<XunitException>(() => test(new Suite(new(bent))));
        }
    }

    private enum Bent
    {
        ChangesAnyVersion,
        RemovesAnyVersion,
        VersionsStay,
        KeepsOwners,
    }

    private sealed class Suite(BentSteps sink) : LeadStepsConformance
    {
        protected override ValueTask<ILeadSink> OpenSinkAsync() => new(sink);

        protected override ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() =>
            new([.. sink.Leads.Select(one => new StoredLead(one.Lead.SellsyContactId, one.Lead.FirstName, one.Lead.Note, one.Owner.Id, null))]);

        protected override ValueTask EditLeadAsync(string sellsyContactId, string firstName)
        {
            sink.EditLead(sellsyContactId, lead => lead with { FirstName = firstName });
            return ValueTask.CompletedTask;
        }

        protected override ValueTask RemoveLeadAsync(string sellsyContactId)
        {
            sink.RemoveLead(sellsyContactId);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class BentSteps(Bent? bent) : PlainSinkBase, IAnsweringLeadSink, ILeadUpdater, ILeadRemover
    {
        public ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            AddWithVersionsAsync(batch, cancellationToken);

        public async ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default)
        {
            var leads = await ReadAsync(sellsyContactIds, cancellationToken);
            return bent == Bent.VersionsStay ? [.. leads.Select(lead => lead with { Version = 1 })] : leads;
        }

        public ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default) => ChangeAsync(
            batch with
            {
                Entries =
                [
                    .. batch.Entries.Select(entry => bent switch
                    {
                        Bent.ChangesAnyVersion => entry with { Before = Now(entry.Before!) },
                        Bent.KeepsOwners => entry with { Owner = entry.Before!.Owner },
                        _ => entry,
                    }),
                ],
            },
            cancellationToken);

        public ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(ImportInfo import, ImmutableArray<LeadVersion> leads, CancellationToken cancellationToken = default) =>
            DeleteAsync(bent == Bent.RemovesAnyVersion ? [.. leads.Select(Now)] : leads, cancellationToken);

        private LeadVersion Now(LeadVersion lead) => Leads.FirstOrDefault(one => one.Lead.SellsyContactId == lead.Lead.SellsyContactId) ?? lead;
    }
}
