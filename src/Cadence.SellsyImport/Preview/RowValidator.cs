using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Validates a row by itself: maps it and looks its owner up. The preview, its pages, the write and the report all use this class and the
/// same facts, so that they cannot differ.
/// </summary>
internal sealed class RowValidator(IFieldMapper mapper, FieldMapping mapping, ExportFacts facts, OwnerCache owners)
{
    private readonly IRecordMapper? _records = mapper as IRecordMapper;

    /// <summary>The rows that are matched to existing leads.</summary>
    /// <value>Default: none.</value>
    public LeadMatches Matches { get; init; } = LeadMatches.None;

    /// <summary>The account that the contacts are of.</summary>
    public string SellsyAccount => owners.SellsyAccount;

    private ValuePool[] Pools => field ??= [.. facts.Columns.Select(column => new ValuePool(column.Index))];

    /// <summary>Whether records can be validated before rows are created from them.</summary>
    public bool ReadsRecords => _records is not null;

    public ValidatedRow Validate(SellsyRow row)
    {
        if (row.IsDamaged || row.IsExcluded)
        {
            return new(null, null, row.Issues);
        }

        var mapped = mapper.Map(row, mapping, facts);
        foreach (var issue in mapped.Issues)
        {
            SeamGuard.Check(nameof(IFieldMapper), SeamGuard.IsWhole(issue), "issues with a code and texts");
            SeamGuard.Known(nameof(IFieldMapper), issue.Severity);
        }

        if (mapped.Lead is { } lead)
        {
            SeamGuard.Check(nameof(IFieldMapper), !string.IsNullOrWhiteSpace(lead.SellsyContactId), "a lead with the id of its contact");
            mapped = mapped with { Lead = lead with { SellsyAccount = SellsyAccount, NamedOwner = lead.NamedOwner.IsNone ? mapped.Owner : lead.NamedOwner } };
        }

        if (mapped.Owner.IsNone && !mapped.Issues.Any(issue => issue.Severity == IssueSeverity.Error))
        {
            mapped = mapped with { Issues = mapped.Issues.Add(OwnerIssues.Blank(row.Number, mapping)) };
        }

        return Matches.Apply(row.Number, Validate(row.Number, row.Issues.IsEmpty ? mapped : mapped with { Issues = row.Issues.AddRange(mapped.Issues) }));
    }

    /// <summary>Validates a record; only if <see cref="ReadsRecords"/>, by one thread at a time.</summary>
    public ValidatedRow Validate(in CsvRecord record) =>
        Matches.Apply(record.Position.Number, Validate(record.Position.Number, _records!.Map(record, Pools, mapping, facts)));

    /// <summary>The owner that a row with these cells names.</summary>
    public OwnerReference OwnerOf(OwnerCellPair cells) => _records!.MapOwner(cells, mapping, facts).Owner;

    /// <summary>Validates the cells of an owner for all rows that have them.</summary>
    public OwnerVerdict ValidateOwner(OwnerCellPair cells)
    {
        var validated = Validate(row: 0, _records!.MapOwner(cells, mapping, facts));
        return new(validated.Issues, validated.HasError, validated.Owner is not null);
    }

    /// <summary>The issues of a cell of companies on a row that gives no id.</summary>
    public ImmutableArray<ImportIssue> ValidateCompany(string cell) => _records!.MapCompany(cell, mapping, facts).Issues;

    private ValidatedRow Validate(long row, MappedRow mapped)
    {
        mapped = SellsyAccount.Length > 0 && mapped.Lead is { } lead ? mapped with { Lead = lead with { SellsyAccount = SellsyAccount } } : mapped;
        var issues = mapped.Issues;
        if (mapped.Owner.IsNone && !TryTakeDefault(ref issues))
        {
            return new(mapped.Lead, null, issues);
        }

        return owners.Find(mapped.Owner) switch
        {
            null => new(mapped.Lead, null, issues, mapped.Owner) { Named = mapped.Owner },
            { User: { } user, IsDefault: false } => new(mapped.Lead, user, issues) { Named = mapped.Owner },
            var notable => new(mapped.Lead, notable.User, issues.Add(OwnerIssues.Of(notable, row, mapping))) { Named = mapped.Owner },
        };
    }

    /// <summary>Whether a user stands for none; then the row is not reported for its blank owner. An id that cannot be read is not blank.</summary>
    private bool TryTakeDefault(ref ImmutableArray<ImportIssue> issues)
    {
        if (owners.Decisions.BlankUserId is null || !issues.Any(OwnerIssues.IsBlank))
        {
            return false;
        }

        issues = issues.RemoveAll(OwnerIssues.IsBlank);
        return true;
    }
}
