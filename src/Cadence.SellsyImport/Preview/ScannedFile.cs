using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>The results of one pass through a file.</summary>
/// <param name="scanner">What the rows of the whole file say.</param>
internal sealed class ScannedFile(RowScanner scanner)
{
    /// <summary>
    /// The rows, by parts, with the number of each part's owners and of its issues in the whole file; null if whole rows are needed: for a host's own mapper, or its rules.
    /// </summary>
    public List<(ScannedRows Rows, RowPosition Start, int[] Owners, int[] Issues)>? Parts { get; init; }

    /// <summary>The contacts that are on one row only; null if not every row was read.</summary>
    public ContactHints? Contacts { get; init; }

    /// <inheritdoc cref="ScanPart.BlankRows"/>
    public long BlankRows { get; init; }

    /// <inheritdoc cref="ScanPart.ShortRows"/>
    public long ShortRows { get; init; }

    public OwnerPairs Owners => scanner.Owners;

    public IssueTally Issues => scanner.Issues;

    public IReadOnlyDictionary<string, RowGroup> UndecidedCompanies => scanner.UndecidedCompanies;

    /// <summary>The issue of a company with another id than before; see <see cref="CompanyFacts.LaterRows"/>.</summary>
    public IssueKey CompanyIdDiffers => scanner.CompanyIdDiffers;

    /// <summary>The e-mail addresses and phone numbers of the rows; empty if whole rows are read afterwards.</summary>
    public SharedAddresses Shared { get; init; } = new();

    public IReadOnlyList<(long First, long Last)> RowsOfLaterIds => scanner.Companies.LaterRows;

    /// <summary>The texts with a comma that may be the name of one owner.</summary>
    public ImmutableArray<string> OwnersWithComma => [.. scanner.Owners.Pairs.Select(owner => scanner.NameWithCommaOf(owner)).OfType<string>().Distinct()];

    /// <param name="columns">The columns of the file.</param>
    /// <param name="ownersWithComma">The texts with a comma that are the name of one owner.</param>
    /// <param name="overrides">What a person chose: the order of dates goes before what the values say.</param>
    public ExportFacts ToFacts(ImmutableArray<ExportColumn> columns, ImmutableHashSet<string> ownersWithComma, ReadingOverrides overrides) => new(CompanyFacts.Of(scanner.Companies.ToDocument()))
    {
        Columns = columns,
        Owners =
        [
            .. scanner.Owners.Pairs
                .Select(owner => scanner.ReferenceOf(owner, ownersWithComma))
                .Where(owner => !owner.IsNone)
                .Distinct(),
        ],
        OwnersWithComma = ownersWithComma,
        DateColumns = scanner.Dates
            .DistinctBy(date => date.Assignment.Column)
            .ToImmutableDictionary(date => date.Assignment.Column, date => Chosen(date, overrides)),
        ReferenceYear = scanner.Facts.ReferenceYear,
    };

    private static DateColumnFacts Chosen(DateScan date, ReadingOverrides overrides) =>
        overrides.DateOrderOf(date.Assignment.Field.Name) is { } order
            ? date.Column.ToFacts() with { Order = order, IsChosen = true }
            : date.Column.ToFacts();

    /// <summary>Adds the issues that only the whole file decides about, but for those of the owners and of undecided companies.</summary>
    public void AddIssuesUnder(ExportFacts facts)
    {
        if (scanner.Companies.RowsOfOtherIds is { Count: > 0 } others)
        {
            Issues.Add(Issues.NumberOf(scanner.CompanyIdDiffers), others.Count, others.Count, others.First);
        }

        foreach (var date in scanner.Dates)
        {
            var order = facts.DateColumns[date.Assignment.Column].Order;
            if (date.Unreadable(order) is { Count: > 0 } unreadable)
            {
                Issues.Add(Issues.NumberOf(date.IssueUnder(order)), unreadable.Count, unreadable.Count, unreadable.First);
            }
        }
    }
}
