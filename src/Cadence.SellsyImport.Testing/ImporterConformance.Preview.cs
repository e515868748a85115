using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// The preview decides and the write obeys.
public abstract partial class ImporterConformance
{
    private static readonly ImmutableDictionary<string, Func<Lead, string?>> TextFields = new Dictionary<string, Func<Lead, string?>>
    {
        [LeadFields.FirstName.Name] = lead => lead.FirstName,
        [LeadFields.LastName.Name] = lead => lead.LastName,
        [LeadFields.Civility.Name] = lead => lead.Civility,
        [LeadFields.JobPosition.Name] = lead => lead.JobPosition,
        [LeadFields.LinkedIn.Name] = lead => lead.LinkedIn,
        [LeadFields.Website.Name] = lead => lead.Website,
        [LeadFields.Note.Name] = lead => lead.Note,
    }.ToImmutableDictionary();

    /// <summary>The write does to the store what the preview said of every row, under every policy and every rule for repeated contacts.</summary>
    [Fact]
    public Task What_the_preview_said_is_what_the_write_did() => HoldInHalfOfThePairsAsync(async import =>
    {
        await using var host = await HostAsync(import);
        var before = await LeadsAsync();
        var plan = await host.PreviewAsync(import.File);
        var rows = await host.RowsAsync(import.File, plan);

        var report = await host.Importer.AddAsync(import.File, plan, cancellationToken: Cancellation);

        var after = await LeadsAsync();
        AssertOutcomes(import, rows, report, changed: []);
        var promised = plan.PolicyCounts.Single(counts => counts.Policy == import.Policy);
        var active = rows.Where(row => row.Status == RowStatus.Active).CountBy(row => report.OutcomeOf(row.Number)).ToDictionary();
        Assert.Equal(
            (promised.Updated, promised.Unchanged, promised.Skipped),
            (active.GetValueOrDefault(RowOutcome.Updated), active.GetValueOrDefault(RowOutcome.Unchanged), active.GetValueOrDefault(RowOutcome.Skipped)));
        AssertValues(import, rows, report, before, after);
        var ended = (await HistoryAsync())[0];
        Assert.Equal((ImportState.Finished, report.Counts), (ended.State, ended.Counts));
    });

    /// <summary>Leads that appear, change or vanish between preview and write: exactly their rows are refused, each with its reason.</summary>
    [Fact]
    public Task Exactly_the_rows_whose_lead_changed_since_the_preview_are_refused() => HoldInHalfOfThePairsAsync(async import =>
    {
        await using var host = await HostAsync(import);
        var plan = await host.PreviewAsync(import.File);
        var rows = await host.RowsAsync(import.File, plan);
        var changed = await ChangeSomeAsync(import);
        var before = await LeadsAsync();

        var report = await host.Importer.AddAsync(import.File, plan, cancellationToken: Cancellation);

        AssertOutcomes(import, rows, report, changed);
        AssertValues(import, rows, report, before, await LeadsAsync());
        var reported = await host.TextAsync(import.File, report);
        foreach (var row in rows.Where(row => IsRefused(import, row, changed)))
        {
            Assert.EndsWith(changed[row.Lead!.SellsyContactId], reported[row.Number + 1], StringComparison.Ordinal);
        }
    });

    /// <summary>Changes existing leads, and creates some new ones.</summary>
    /// <returns>For each contact the code with which its rows are to be refused.</returns>
    private async Task<Dictionary<string, string>> ChangeSomeAsync(RandomImport import)
    {
        var leads = await LeadsAsync();
        var changed = new Dictionary<string, string>();
        var beside = new List<LeadEntry>();
        foreach (var id in import.SomeIds())
        {
            if (!leads.TryGetValue(id, out var lead))
            {
                beside.Add(new(beside.Count + 1, new() { SellsyContactId = id, FirstName = "Beside" }, RandomImport.Users[0]));
                changed.Add(id, IssueCodes.AppearedSincePreview);
            }
            else if (import.Chance(2))
            {
                await EditLeadAsync(id, "Meanwhile", lead.Lead.Note);
                changed.Add(id, IssueCodes.ChangedSincePreview);
            }
            else
            {
                await RemoveLeadAsync(id);
                changed.Add(id, IssueCodes.VanishedSincePreview);
            }
        }

        await (await OpenSinkAsync()).AddAsync(new(LedgerBatches.Import(999), 1, [.. beside]), Cancellation);
        return changed;
    }

    private static bool IsRefused(RandomImport import, PreviewRow row, Dictionary<string, string> changed) =>
        (row.Status == RowStatus.Blank || (row.Status == RowStatus.Active && import.Policy != ExistingLeadPolicy.Skip))
            && changed.ContainsKey(row.Lead!.SellsyContactId);

    private static void AssertOutcomes(RandomImport import, List<PreviewRow> rows, ImportReport report, Dictionary<string, string> changed)
    {
        Assert.Equal(report.Plan.Rows, rows.Count);
        Assert.True(report.Counts.IsBalanced);

        // Merged rows share the outcome of their lead; the first of them shows the changes.
        var updated = rows.Where(row => row.CanBeUpdated).Select(row => row.Lead!.SellsyContactId).ToHashSet(StringComparer.Ordinal);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var outcome = report.OutcomeOf(row.Number);
            RowOutcome[] expected = row.Status switch
            {
                RowStatus.Error => [RowOutcome.Error],
                _ when IsRefused(import, row, changed) => [RowOutcome.Error],
                RowStatus.Active when import.Policy == ExistingLeadPolicy.Skip => [RowOutcome.Skipped],
                RowStatus.Active => [updated.Contains(row.Lead!.SellsyContactId) ? RowOutcome.Updated : RowOutcome.Unchanged],
                _ when met.Contains(row.Lead!.SellsyContactId) => [RowOutcome.Updated, RowOutcome.Unchanged],
                _ => [RowOutcome.Added],
            };
            Assert.True(expected.Contains(outcome), $"Row {row.Number}: {row.Status} became {outcome}; {string.Join(" or ", expected)} was expected.");
            if (row.Status != RowStatus.Error)
            {
                met.Add(row.Lead!.SellsyContactId);
            }
        }
    }

    /// <summary>Leads have the values that the preview showed; leads without a written row are unchanged.</summary>
    private static void AssertValues(
        RandomImport import,
        List<PreviewRow> rows,
        ImportReport report,
        Dictionary<string, LeadVersion> before,
        Dictionary<string, LeadVersion> after)
    {
        var written = rows.Where(row => report.OutcomeOf(row.Number) is RowOutcome.Added or RowOutcome.Updated or RowOutcome.Unchanged)
            .ToLookup(row => row.Lead!.SellsyContactId);
        foreach (var id in RandomImport.Ids)
        {
            var (was, became) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id));
            var ofLead = written[id].ToList();
            if (ofLead.All(row => report.OutcomeOf(row.Number) == RowOutcome.Unchanged))
            {
                Assert.Equal(was is null ? null : LeadSnapshot.ToJson(was), became is null ? null : LeadSnapshot.ToJson(became));
                continue;
            }

            Assert.NotNull(became);
            if (was is not null)
            {
                AssertChanges(ofLead, was, became);
            }
            else if (import.Repeated != RepeatedContacts.Merge)
            {
                var row = Assert.Single(ofLead);
                Assert.Equal(FullLeads.Text(row.Lead!, row.Owner!), FullLeads.Text(became));
            }
        }
    }

    private static void AssertChanges(List<PreviewRow> rows, LeadVersion was, LeadVersion became)
    {
        Assert.NotEqual(was.Version, became.Version);
        var changes = rows.SelectMany(row => row.Changes).DistinctBy(change => change.Field).ToDictionary(change => change.Field);
        foreach (var (field, get) in TextFields)
        {
            var expected = changes.TryGetValue(field, out var change) ? (change.Before, change.After) : (get(was.Lead), get(was.Lead));
            Assert.Equal(expected, (get(was.Lead), get(became.Lead)));
        }

        if (!changes.ContainsKey(LeadFields.Owner.Name))
        {
            Assert.Equal(was.Owner, became.Owner);
        }
    }
}
