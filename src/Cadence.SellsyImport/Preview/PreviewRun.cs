using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Gives every row of a scanned file its status, in the order of the file: by itself, among the other rows, and against what is in Cadence.
/// Nothing is written.
/// </summary>
/// <param name="export">The file.</param>
/// <param name="columns">The columns that the rows need.</param>
/// <param name="validator">Validates rows and what the scan left open.</param>
/// <param name="owners">The answers for the owners.</param>
/// <param name="resolver">Resolves owners that were not resolved before.</param>
/// <param name="store">Gives access to the leads that are in Cadence.</param>
/// <param name="repeatedContacts">The rule for contacts on several rows.</param>
/// <param name="rules">The rules of the host.</param>
/// <param name="matching">Matches contacts that are not in Cadence to existing leads; null for a host without a matcher.</param>
/// <param name="comparison">Compares rows with their leads.</param>
/// <param name="meter">Receives the progress of the preview.</param>
internal sealed class PreviewRun(
    ISellsyExport export,
    ColumnSelection columns,
    RowValidator validator,
    OwnerCache owners,
    IOwnerResolver resolver,
    ImportStore store,
    RepeatedContacts repeatedContacts,
    LeadRules rules,
    LeadMatching? matching,
    LeadComparison comparison,
    ProgressMeter meter)
{
    private readonly List<(RowPosition Position, ValidatedRow Row, bool IsExcluded)> _unchecked = [];

    /// <summary>What the rules of the host said.</summary>
    public RuleIssues RuleIssues { get; } = new();

    /// <summary>The e-mail addresses and phone numbers of the rows.</summary>
    public SharedAddresses Shared { get; private set; } = new();

    /// <summary>Whether the rows are held until a rule or the matcher of the host was asked about them.</summary>
    private bool AsksHost => rules.Any || matching is not null;

    /// <summary>Gives every row its status.</summary>
    /// <param name="file">What the scan found.</param>
    /// <param name="cancellationToken">Cancels the preview.</param>
    public async Task<RowStatuses> RunAsync(ScannedFile file, CancellationToken cancellationToken)
    {
        // A match gives a row another contact than its own, so that the contacts that the scan met once may be met again.
        var contacts = new FirstRowByContact(matching is null ? file.Contacts : null);
        var statuses = new RowStatuses(file.Parts is null ? new() : file.Issues, contacts, repeatedContacts, meter);
        var lookups = new PendingLookups(export, columns, validator, store, statuses, comparison);
        if (file.Parts is { } parts)
        {
            Shared = file.Shared;
            var verdicts = await ValidateOwnersAsync(file, statuses.Issues, cancellationToken).ConfigureAwait(false);
            var companiesInError = ValidateCompanies(file, statuses.Issues, out var companyIssues);
            var index = new ScannedIndex(statuses.Index, file, [.. file.Owners.Pairs.Select(validator.OwnerOf)], verdicts, companyIssues);
            foreach (var (rows, start, numbers, issues) in parts)
            {
                foreach (var row in rows.Take(start))
                {
                    index.Add(row, numbers, issues);
                    Add(row.Position, StatusOf(row, numbers, verdicts, companiesInError), row.Contact, lead: null, owner: null, statuses, lookups);
                    await lookups.RunIfManyAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        else
        {
            await foreach (var row in export.ReadRowsAsync(columns, cancellationToken).ConfigureAwait(false))
            {
                SeamGuard.Check(nameof(ISellsyCsvReader), row?.Number == statuses.Verdicts.Rows + _unchecked.Count + 1, "rows numbered from 1 without a gap");
                _unchecked.Add((RowPosition.Of(row!), await ValidateAsync(row!, cancellationToken).ConfigureAwait(false), row!.IsExcluded));
                if (!AsksHost || _unchecked.Count == LeadRules.MostLeads)
                {
                    await AddCheckedAsync(statuses, lookups, cancellationToken).ConfigureAwait(false);
                }
            }

            await AddCheckedAsync(statuses, lookups, cancellationToken).ConfigureAwait(false);
        }

        await lookups.RunAsync(cancellationToken).ConfigureAwait(false);
        statuses.Settle();
        matching?.Check(statuses.Verdicts);
        file.Contacts?.GiveUp();
        return statuses;
    }

    private static void Add(
        RowPosition position, RowStatus status, ContactKey contact, Lead? lead, CadenceUser? owner, RowStatuses statuses, PendingLookups lookups)
    {
        if (statuses.Add(position, status, contact, out var final))
        {
            lookups.Set(contact, final == RowStatus.Error ? null : new(position, lead, owner));
        }
    }

    /// <summary>Asks for the owners that the rows name otherwise than their cells alone show, such as those with an unreadable id.</summary>
    private async ValueTask<OwnerVerdict[]> ValidateOwnersAsync(ScannedFile file, IssueTally issues, CancellationToken cancellationToken)
    {
        var named = file.Owners.Pairs.Select(validator.OwnerOf).Where(owner => !owner.IsNone);
        await owners.ResolveAsync(resolver, named, cancellationToken).ConfigureAwait(false);
        OwnerVerdict[] verdicts = [.. file.Owners.Pairs.Select(validator.ValidateOwner)];
        foreach (var (verdict, rows) in verdicts.Zip(file.Owners.Rows))
        {
            issues.Add(verdict.Issues, rows.Count, rows.First);
        }

        return verdicts;
    }

    /// <summary>Validates the cells with commas, now that the whole file is known.</summary>
    /// <param name="file">The scanned file.</param>
    /// <param name="issues">Receives the issues.</param>
    /// <param name="kinds">One issue of each kind.</param>
    /// <returns>Those that make their rows an error.</returns>
    private HashSet<string> ValidateCompanies(ScannedFile file, IssueTally issues, out ImmutableArray<ImportIssue> kinds)
    {
        var inError = new HashSet<string>(StringComparer.Ordinal);
        var byKey = new Dictionary<IssueKey, ImportIssue>();
        foreach (var (cell, rows) in file.UndecidedCompanies)
        {
            var found = validator.ValidateCompany(cell);
            issues.Add(found, rows.Count, rows.First);
            foreach (var issue in found)
            {
                byKey.TryAdd(IssueKey.Of(issue), issue);
            }

            if (found.Any(issue => issue.Severity == IssueSeverity.Error))
            {
                inError.Add(cell);
            }
        }

        kinds = [.. byKey.Values];
        return inError;
    }

    private static RowStatus StatusOf(in ScannedEntry row, int[] numbers, OwnerVerdict[] verdicts, HashSet<string> companiesInError) =>
        row.IsExcluded ? RowStatus.Excluded
        : HasError(row, numbers, verdicts, companiesInError) ? RowStatus.Error
        : RowStatus.Blank;

    private static bool HasError(in ScannedEntry row, int[] numbers, OwnerVerdict[] verdicts, HashSet<string> companiesInError)
    {
        if (row.HasError)
        {
            return true;
        }

        var owner = verdicts[numbers[row.Owner]];
        var hasError = owner.IsError || (row.UndecidedCompany is { } cell && companiesInError.Contains(cell));
        SeamGuard.Check(nameof(IFieldMapper), hasError || (owner.HasUser && !row.Contact.IsNone), "a lead with an owner, or an error");
        return hasError;
    }

    private async ValueTask<ValidatedRow> ValidateAsync(SellsyRow row, CancellationToken cancellationToken)
    {
        var validated = validator.Validate(row);
        if (validated.UnaskedOwner is { } unasked)
        {
            await owners.ResolveAsync(resolver, [unasked], cancellationToken).ConfigureAwait(false);
            validated = validator.Validate(row);
        }

        SeamGuard.Check(nameof(IFieldMapper), row.IsExcluded || validated.HasError || validated is { Lead: not null, Owner: not null }, "a lead with an owner, or an error");
        return validated;
    }

    /// <summary>Adds the validated rows, with what the rules and the matcher of the host say about them.</summary>
    private async ValueTask AddCheckedAsync(RowStatuses statuses, PendingLookups lookups, CancellationToken cancellationToken)
    {
        if (AsksHost)
        {
            await AskHostAsync(statuses, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (position, row, isExcluded) in _unchecked)
        {
            var validated = validator.Matches.Apply(position.Number, row with { Issues = row.Issues.AddRange(RuleIssues.Of(position.Number)) });
            statuses.Issues.Add(validated.Issues, position.Number);
            statuses.Index.Add(validated.Issues, position.Number);
            if (!validated.Named.IsNone)
            {
                statuses.Index.OwnerOf(validated.Named).Add(position.Number);
            }

            var status = isExcluded ? RowStatus.Excluded : validated.HasError ? RowStatus.Error : RowStatus.Blank;
            var contact = validated.Lead is { } lead ? ContactKey.Of(lead.SellsyContactId) : default;
            Add(position, status, contact, validated.Lead, validated.Owner, statuses, lookups);
            if (validated.Lead is { } whole)
            {
                Shared.Add(position.Number, whole);
            }

            await lookups.RunIfManyAsync(cancellationToken).ConfigureAwait(false);
        }

        _unchecked.Clear();
    }

    private async ValueTask AskHostAsync(RowStatuses statuses, CancellationToken cancellationToken)
    {
        ImmutableArray<CheckedLead> leads =
        [
            .. _unchecked.Where(row => !row.Row.HasError && !row.IsExcluded).Select(row => new CheckedLead(row.Position.Number, row.Row.Lead!, row.Row.Owner!)),
        ];
        await rules.CheckAsync(leads, RuleIssues, cancellationToken).ConfigureAwait(false);
        if (matching is not null)
        {
            leads = leads.RemoveAll(lead => RuleIssues.Of(lead.Row).Any(issue => issue.Severity == IssueSeverity.Error));
            var firstRows = FirstRows();
            await matching.RunAsync(leads, IsSettled, cancellationToken).ConfigureAwait(false);

            bool IsSettled(CheckedLead lead) =>
                statuses.HasSettled(ContactKey.Of(lead.Lead.SellsyContactId)) || firstRows.GetValueOrDefault(lead.Lead.SellsyContactId, lead.Row) < lead.Row;
        }
    }

    /// <summary>The first held row of each contact: it claims the contact even if it is in error. Empty if the last row of a contact counts.</summary>
    private Dictionary<string, long> FirstRows() => repeatedContacts == RepeatedContacts.LastWins ? [] : _unchecked
        .Where(row => row.Row.Lead is not null)
        .DistinctBy(row => row.Row.Lead!.SellsyContactId, StringComparer.Ordinal)
        .ToDictionary(row => row.Row.Lead!.SellsyContactId, row => row.Position.Number, StringComparer.Ordinal);
}
