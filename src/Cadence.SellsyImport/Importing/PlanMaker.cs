using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Importing;

/// <summary>Makes the plan of a file: scans it, resolves its owners, judges its rows, and compares them with the store.</summary>
internal sealed class PlanMaker(
    ISellsyCsvReader reader,
    IFieldMapper mapper,
    IOwnerResolver resolver,
    ImportStore store,
    ImportRunner runner,
    LeadRules rules,
    ILeadMatcher? matcher,
    IOptions<SellsyImportOptions> options,
    TimeProvider time)
{
    private readonly SellsyImportOptions _options = options.Value;

    public async Task<ImportPlan> MakeAsync(
        SourceFile file,
        FieldMapping mapping,
        PreviewOptions chosen,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var (decisions, corrections) = (chosen.Decisions, chosen.Corrections);
        var account = chosen.SellsyAccount ?? _options.SellsyAccount;
        store.RequireAccounts(account);
        var export = CorrectedExport.Of(await file.OpenAsync(reader, chosen.Overrides, cancellationToken).ConfigureAwait(false), corrections);
        await using (export.ConfigureAwait(false))
        {
            MappingCheck.ThrowIfColumnsDiffer(file.Name, mapping, export.Columns);
            var columns = runner.ColumnsFor(mapping, export.Columns);
            var scan = new FileScan(export, mapping, columns, rules.Any || matcher is not null ? null : mapper as IRecordMapper, _options, time.GetUtcNow().Year)
            {
                Overrides = chosen.Overrides,
            };
            var scanned = await scan.RunAsync(new(progress, ImportStage.Scanning, export.Length), cancellationToken).ConfigureAwait(false);
            var owners = new OwnerCache(decisions, account);
            var ownersWithComma = await owners.FindOneNamesAsync(resolver, scanned.OwnersWithComma, cancellationToken).ConfigureAwait(false);
            var facts = scanned.ToFacts(export.Columns, ownersWithComma, chosen.Overrides);
            scanned.AddIssuesUnder(facts);
            await owners.ResolveAsync(resolver, facts.Owners, cancellationToken).ConfigureAwait(false);
            var blocks = await file.HashRestAsync(cancellationToken).ConfigureAwait(false);
            var settingsHash = runner.SettingsHashOf(account);
            var like = new PreviewedImport(
                blocks.FileHash, mapping, facts, owners, chosen.MatchDecisions, corrections, settingsHash, _options.RepeatedContacts, chosen.Overrides);
            if (store.Ledger is { } imports
                && await new InterruptedImports(imports, resolver, time, runner.Telemetry.Log).FindAsync(like, cancellationToken).ConfigureAwait(false) is { } interrupted)
            {
                return interrupted;
            }

            var matches = new LeadMatches(chosen.MatchDecisions);
            var matching = matcher is null ? null : new LeadMatching(matcher, store.Sink, account, matches);
            var validator = new RowValidator(mapper, mapping, facts, owners) { Matches = matches };
            var meter = new ProgressMeter(progress, ImportStage.Previewing, export.Length);
            var comparison = new LeadComparison(_options, owners.IsStandIn);
            var preview = new PreviewRun(export, columns, validator, owners, resolver, store, _options.RepeatedContacts, rules, matching, comparison, meter);
            var rows = await preview.RunAsync(scanned, cancellationToken).ConfigureAwait(false);
            if (store.ChangeableLeads is { } leads && MergedPreviewer.IsNeeded(rows.Verdicts))
            {
                var again = export.ReadRowsAsync(columns, cancellationToken);
                await new MergedPreviewer(validator, rows.Verdicts, leads, comparison).RunAsync(again, cancellationToken).ConfigureAwait(false);
            }

            preview.Shared.Settle(rows.Verdicts, rows.Issues, rows.Index, mapping);
            meter.Finish();
            var format = file.FormatOf(export);
            return new ImportPlan(rows.Verdicts, blocks)
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
                FileName = file.Name,
                FileHash = blocks.FileHash,
                FileLength = blocks.Length,
                SellsyAccount = account,
                Format = format,
                Mapping = mapping,
                Overrides = chosen.Overrides,
                Facts = facts,
                RepeatedContacts = _options.RepeatedContacts,
                Owners = owners.Resolutions,
                Decisions = owners.Decisions,
                Corrections = corrections,
                SettingsHash = settingsHash,
                Counts = rows.Counts,
                PolicyCounts = PolicyTally.Of(rows.Verdicts, canChangeLeads: store.ChangeableLeads is not null),
                Issues = rows.Issues.ToCounts(),
                Causes = ImportPlan.CausesOf(rows.Issues, out var left),
                CausesLeftOut = left,
                RowsByOwner = rows.Index.ToOwners(),
                Index = rows.Index.ToIndex(rows.Verdicts.Rows),
                RuleIssues = preview.RuleIssues,
                Matches = matches,
                Findings = [.. comparison.Finding is { } different ? [different] : Array.Empty<ImportIssue>(), .. format.Findings, .. RowFindings.Of(scanned), .. DateFindings.Of(mapping, facts)],
                ExistingLeads = ExistingLeadPolicy.Skip,
            }.WithExistingLeads(_options.ExistingLeads);
        }
    }
}
