using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>Collects in the order of the file which rows have an issue and which name an owner. It serves one thread.</summary>
internal sealed class RowIndexBuilder
{
    private const int MostIssues = 64;
    private const int MostOwners = 1_000;

    /// <summary>One of so many rows may be kept exactly for its owner: those of the owners with the fewest rows.</summary>
    private const int RowsPerExactRow = 16;

    private readonly Dictionary<(string Code, string? Field), RowList> _issues = [];
    private readonly Dictionary<OwnerReference, Owner> _owners = [];
    private bool _hasAllIssues = true;
    private bool _keepsOwners = true;

    /// <summary>Collects the rows of an issue, or null if too many others are collected.</summary>
    public RowList? IssueOf(string code, string? field)
    {
        if (!_issues.TryGetValue((code, field), out var rows) && (_hasAllIssues &= _issues.Count < MostIssues))
        {
            _issues.Add((code, field), rows = new());
        }

        return rows;
    }

    /// <summary>Adds the issues of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ImmutableArray<ImportIssue> issues, long row)
    {
        foreach (var issue in issues)
        {
            IssueOf(issue.Code, issue.Field)?.Add(row);
        }
    }

    /// <summary>Collects the rows of an owner; of too many owners only how many rows each has.</summary>
    public Owner OwnerOf(OwnerReference owner)
    {
        if (!_owners.TryGetValue(owner, out var rows))
        {
            _owners.Add(owner, rows = new() { List = _keepsOwners ? new() : null });
            if (_keepsOwners && _owners.Count > MostOwners)
            {
                _keepsOwners = false;
                foreach (var one in _owners.Values)
                {
                    one.List = null;
                }
            }
        }

        return rows;
    }

    /// <summary>The owners with their rows, those of most rows first.</summary>
    public ImmutableArray<OwnerRows> ToOwners() => [.. Ordered().Select(owner => new OwnerRows(owner.Key, owner.Value.Rows.Count, owner.Value.Rows.First))];

    /// <summary>The index.</summary>
    /// <param name="rows">How many rows the file has.</param>
    public RowIndex ToIndex(long rows)
    {
        var exact = rows / RowsPerExactRow;
        var owners = Ordered().Reverse()
            .Select(owner => owner.Value.List?.ToBytes(isExact: (exact -= owner.Value.Rows.Count) >= 0))
            .OfType<byte[]>()
            .Reverse()
            .ToImmutableArray();
        return new(
            _hasAllIssues,
            [
                .. _issues.Select(issue => new IssueRows(issue.Key.Code, issue.Key.Field, issue.Value.ToBytes()))
                    .Where(issue => issue.Rows.Length > 0)
                    .OrderBy(issue => issue.Code, StringComparer.Ordinal)
                    .ThenBy(issue => issue.Field, StringComparer.Ordinal),
            ],
            owners);
    }

    private IEnumerable<KeyValuePair<OwnerReference, Owner>> Ordered() =>
        _owners.Where(owner => owner.Value.Rows.Count > 0).OrderByDescending(owner => owner.Value.Rows.Count).ThenBy(owner => owner.Value.Rows.First);

    /// <summary>The rows of an owner.</summary>
    internal sealed class Owner
    {
        private RowGroup _rows;

        public RowGroup Rows => _rows;

        /// <summary>The rows themselves; null if there are too many owners.</summary>
        public RowList? List { get; set; }

        public void Add(long row)
        {
            _rows.Add(row);
            List?.Add(row);
        }

        /// <summary>Adds rows that are counted already; the list is given each of them.</summary>
        public void Count(RowGroup rows) => _rows.Add(rows);
    }
}
