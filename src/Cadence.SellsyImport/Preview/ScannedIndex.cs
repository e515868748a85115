using System.Collections.Immutable;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>Adds scanned rows to the index: what the whole file decides about their issues and owners is known by then.</summary>
internal sealed class ScannedIndex
{
    private readonly RowList[]?[] _byIssue;
    private readonly RowList[][] _byOwnerIssue;
    private readonly RowList?[] _byOwner;
    private readonly (long First, long Last)[] _laterIds;
    private readonly RowList? _laterId;
    private int _nextLaterId;
    private long _lastLaterId;

    /// <param name="index">The index.</param>
    /// <param name="file">The scanned file, with all its issues counted.</param>
    /// <param name="owners">The owner of each pair of cells.</param>
    /// <param name="verdicts">What each pair of cells means.</param>
    /// <param name="companies">The issues of the cells of companies that the whole file decided about.</param>
    public ScannedIndex(
        RowIndexBuilder index, ScannedFile file, ImmutableArray<OwnerReference> owners, OwnerVerdict[] verdicts, ImmutableArray<ImportIssue> companies)
    {
        RowList[] ListsOf(IEnumerable<ImportIssue> issues) =>
            [.. issues.Select(issue => (issue.Code, issue.Field)).Distinct().Select(key => index.IssueOf(key.Code, key.Field)).OfType<RowList>()];

        var undecided = ListsOf(companies);
        _byIssue =
        [
            .. file.Issues.Keys.Select(issue => issue switch
            {
                { Key: var key } when key == RowScanner.UndecidedCompany => undecided,
                { IsCounted: true, Key: var key } when index.IssueOf(key.Code, key.Field) is { } rows => [rows],
                _ => (RowList[]?)null,
            }),
        ];
        _byOwnerIssue = [.. verdicts.Select(verdict => ListsOf(verdict.Issues))];
        _byOwner = new RowList?[owners.Length];
        for (var i = 0; i < owners.Length; i++)
        {
            if (!owners[i].IsNone)
            {
                index.OwnerOf(owners[i]).Count(file.Owners.Rows[i]);
            }
        }

        for (var i = 0; i < owners.Length; i++)
        {
            _byOwner[i] = owners[i].IsNone ? null : index.OwnerOf(owners[i]).List;
        }

        _laterIds = [.. file.RowsOfLaterIds.Order()];
        _laterId = _laterIds.Length == 0 ? null : index.IssueOf(file.CompanyIdDiffers.Code, file.CompanyIdDiffers.Field);
    }

    /// <summary>Adds the next row of the file.</summary>
    /// <param name="row">The row.</param>
    /// <param name="owners">The number of each owner of the row's part in the whole file.</param>
    /// <param name="issues">The number of each issue of that part in the whole file.</param>
    public void Add(in ScannedEntry row, int[] owners, int[] issues)
    {
        var number = row.Position.Number;
        foreach (var issue in row.Issues.Span)
        {
            Add(_byIssue[issues[issue]] ?? [], number);
        }

        if (row.Owner < owners.Length)
        {
            Add(_byOwnerIssue[owners[row.Owner]], number);
            _byOwner[owners[row.Owner]]?.Add(number);
        }

        for (; _nextLaterId < _laterIds.Length && _laterIds[_nextLaterId].First <= number; _nextLaterId++)
        {
            _lastLaterId = Math.Max(_lastLaterId, _laterIds[_nextLaterId].Last);
        }

        if (number <= _lastLaterId)
        {
            _laterId?.Add(number);
        }
    }

    private static void Add(RowList[] lists, long row)
    {
        foreach (var list in lists)
        {
            list.Add(row);
        }
    }
}
