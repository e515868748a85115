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

    public OwnerPairs Owners => scanner.Owners;

    public IssueTally Issues => scanner.Issues;

    public IReadOnlyDictionary<string, RowGroup> UndecidedCompanies => scanner.UndecidedCompanies;

    /// <summary>The issue of a company with another id than before; see <see cref="CompanyFacts.LaterRows"/>.</summary>
    public IssueKey CompanyIdDiffers => scanner.CompanyIdDiffers;

    public IReadOnlyList<(long First, long Last)> RowsOfLaterIds => scanner.Companies.LaterRows;

    public ExportFacts ToFacts(ImmutableArray<ExportColumn> columns) => new(scanner.Companies)
    {
        Columns = columns,
        Owners =
        [
            .. scanner.Owners.Pairs
                .Select(owner => new OwnerReference(OwnerCells.FirstName(owner.Name, out _), OwnerCells.FirstId(owner.Id)))
                .Where(owner => !owner.IsNone)
                .Distinct(),
        ],
        DateColumns = scanner.Dates
            .DistinctBy(date => date.Assignment.Column)
            .ToImmutableDictionary(date => date.Assignment.Column, date => date.Column.ToFacts()),
        ReferenceYear = scanner.Facts.ReferenceYear,
    };

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
