using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>The results of one pass through a file.</summary>
/// <param name="scanner">What the rows of the whole file say.</param>
internal sealed class ScannedFile(RowScanner scanner)
{
    /// <summary>
    /// The rows, by parts, with the number of each part's owners in the whole file; null if whole rows are needed: for a host's own mapper, or its rules.
    /// </summary>
    public List<(ScannedRows Rows, RowPosition Start, int[] Owners)>? Parts { get; init; }

    /// <summary>The contacts that are on one row only; null if not every row was read.</summary>
    public ContactHints? Contacts { get; init; }

    public OwnerPairs Owners => scanner.Owners;

    public IssueTally Issues => scanner.Issues;

    public IReadOnlyDictionary<string, long> UndecidedCompanies => scanner.UndecidedCompanies;

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
        Issues.Add(IssueCodes.CompanyIdDiffers, IssueSeverity.Warning, scanner.Companies.RowsOfOtherIds);
        foreach (var date in scanner.Dates)
        {
            Issues.Add(IssueCodes.DateInvalid, IssueSeverity.Warning, date.Unreadable(facts.DateColumns[date.Assignment.Column].Order));
        }
    }
}
