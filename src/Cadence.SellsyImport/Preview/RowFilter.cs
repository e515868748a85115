using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Finds the rows that may meet a query from what the plan knows, and tests the rows that are read. Rows are asked for in ascending order, by one thread.
/// </summary>
internal sealed class RowFilter
{
    private readonly ImportPlan _plan;
    private readonly RowQuery _query;
    private readonly RowsOfStatus _statuses;
    private readonly RowOutcomes? _outcomes;
    private readonly List<RowListReader>? _issues;
    private readonly RowListReader? _owner;
    private readonly bool _hasOwner;
    private readonly string? _text;
    private readonly RowMask _rows = new();
    private readonly RowMask _some = new();
    private long _block = -1;

    /// <param name="plan">The plan.</param>
    /// <param name="outcomes">What became of the rows that are written; null for a plan of which none is.</param>
    /// <param name="waiting">Rows that are not written, although they have an outcome.</param>
    /// <param name="query">The query.</param>
    public RowFilter(ImportPlan plan, RowOutcomes? outcomes, IReadOnlySet<long> waiting, RowQuery query)
    {
        (_plan, _outcomes, _query) = (plan, outcomes, query);
        _statuses = new(plan.Verdicts, outcomes, waiting);
        _issues = HasIssue ? IssuesOf(plan.Index, query) : null;
        _text = string.IsNullOrEmpty(query.Text) ? null : TextFolding.Label(query.Text);
        var owner = query.Owner is { } named ? plan.RowsByOwner.Select(rows => rows.Owner).ToList().IndexOf(named) : -1;
        _hasOwner = query.Owner is null || owner >= 0;
        _owner = owner >= 0 && !plan.Index.Owners.IsEmpty ? new(plan.Index.Owners[owner]) : null;
    }

    private bool HasIssue => _query.Code is not null || _query.Field is not null;

    /// <summary>The next row that may meet the query, or null if there is none.</summary>
    /// <param name="from">The row from which on to look, not before the one of the last call.</param>
    public long? Next(long from)
    {
        while (_hasOwner && from <= _plan.Rows)
        {
            var block = (from - 1) / RowList.RowsPerBlock;
            if (block != _block)
            {
                Load(block);
            }

            if (_rows.Next((int)((from - 1) % RowList.RowsPerBlock)) is >= 0 and var place)
            {
                var row = (block * RowList.RowsPerBlock) + place + 1;
                return row <= _plan.Rows ? row : null;
            }

            from = ((block + 1) * RowList.RowsPerBlock) + 1;
        }

        return null;
    }

    /// <summary>Whether a row has the text of the query.</summary>
    public bool HasText(SellsyRow row) =>
        _text is null || row.Columns.Indexes.Any(column => IsIn(row[column])) || (row.RawText is { } raw && IsIn(raw));

    /// <summary>Whether a row meets the query.</summary>
    /// <param name="row">The row as the preview showed it, without the leads that are in Cadence.</param>
    /// <param name="owner">The owner that it names.</param>
    public bool Matches(PreviewRow row, OwnerReference owner) =>
        (_query.Owner is not { } named || named == owner)
        && (!HasIssue
            || row.Issues.Any(Matches)
            || (row.Status == RowStatus.Active && Matches(RowIssues.Active(row.Number)))
            || (_outcomes?.FoundByTheWrite(row.Number) is { } found && Matches(found)));

    /// <summary>Whether the query is met by the issue of a repeated contact whose row has this status.</summary>
    private bool IsRepeated(RowStatus status) => Matches(RowIssues.Repeated(_plan.RepeatedContacts, status, row: 1, winner: 1));

    private static List<RowListReader>? IssuesOf(RowIndex index, RowQuery query)
    {
        var lists = index.Issues
            .Where(issue => (query.Code is null || query.Code == issue.Code) && (query.Field is null || query.Field == issue.Field))
            .Select(issue => new RowListReader(issue.Rows))
            .ToList();
        return index.HasAllIssues || (query is { Code: not null, Field: not null } && lists.Count == 1) ? lists : null;
    }

    private bool IsIn(string cell) => TextFolding.Label(cell).Contains(_text!, StringComparison.Ordinal);

    private bool Matches(ImportIssue issue) =>
        (_query.Code is null || _query.Code == issue.Code) && (_query.Field is null || _query.Field == issue.Field);

    private void Load(long block)
    {
        _block = block;
        _rows.Clear();
        if (_query.Status is { } status)
        {
            _statuses.AddTo(block, status, _rows);
        }
        else
        {
            _rows.AddAll();
        }

        if (_issues is not null && !_rows.IsEmpty)
        {
            _some.Clear();
            AddIssues(block, _issues, _some);
            _rows.Keep(_some);
        }

        if (_owner is not null && !_rows.IsEmpty)
        {
            _some.Clear();
            _owner.AddTo(block, _some);
            _rows.Keep(_some);
        }
    }

    /// <summary>Adds the rows of the index, and those whose issues follow from their status or were found by the write.</summary>
    private void AddIssues(long block, List<RowListReader> lists, RowMask rows)
    {
        foreach (var list in lists)
        {
            list.AddTo(block, rows);
        }

        var first = (block * RowList.RowsPerBlock) + 1;
        if (Matches(RowIssues.Active(first)))
        {
            _statuses.AddPlanned(block, RowStatus.Active, rows);
        }

        if (IsRepeated(RowStatus.Error) || IsRepeated(RowStatus.Blank))
        {
            foreach (var row in _plan.Verdicts.RepeatedRows(first, first + RowList.RowsPerBlock - 1))
            {
                rows.Add((int)(row - first));
            }
        }

        foreach (var row in _outcomes?.RefusedRows(first, first + RowList.RowsPerBlock - 1) ?? [])
        {
            rows.Add((int)(row - first));
        }
    }
}
