using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Counts issues, and the rows that have them, by what they have in common. The issues of one row are added together.</summary>
internal sealed class IssueTally
{
    private readonly Dictionary<IssueKey, int> _numbers = [];
    private readonly List<Entry> _entries = [];

    public IssueTally()
    {
    }

    public IssueTally(IEnumerable<IssueCount> counts)
    {
        foreach (var count in counts)
        {
            Add(NumberOf(new(count.Code, count.Severity)), count.Count, count.Count, firstRow: 0);
        }
    }

    /// <summary>The keys by their numbers, each with whether it was counted.</summary>
    public IEnumerable<(IssueKey Key, bool IsCounted)> Keys => _entries.Select(entry => (entry.Key, entry.Issues > 0));

    /// <summary>The number of a key, which may never be counted.</summary>
    public int NumberOf(in IssueKey key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var isThere);
        if (!isThere)
        {
            number = _entries.Count;
            _entries.Add(new() { Key = key });
        }

        return number;
    }

    /// <summary>Adds an issue of a row.</summary>
    /// <returns>Whether the row had none of this key.</returns>
    public bool Add(int number, long row)
    {
        ref var entry = ref CollectionsMarshal.AsSpan(_entries)[number];
        entry.Issues++;
        if (entry.LastRow == row && entry.Rows > 0)
        {
            return false;
        }

        (entry.FirstRow, entry.LastRow) = (entry.Rows == 0 ? row : entry.FirstRow, row);
        entry.Rows++;
        return true;
    }

    /// <summary>Adds issues of several rows, none of which has been added to the key.</summary>
    public void Add(int number, long issues, long rows, long firstRow)
    {
        ref var entry = ref CollectionsMarshal.AsSpan(_entries)[number];
        entry.FirstRow = entry.Rows == 0 ? firstRow : Math.Min(entry.FirstRow, firstRow);
        entry.Issues += issues;
        entry.Rows += rows;
    }

    /// <summary>Adds the issues of a row.</summary>
    public void Add(ImmutableArray<ImportIssue> issues, long row)
    {
        foreach (var issue in issues)
        {
            Add(NumberOf(IssueKey.Of(issue)), row);
        }
    }

    /// <summary>Adds the same issues for several rows.</summary>
    public void Add(ImmutableArray<ImportIssue> issues, long rows, long firstRow)
    {
        foreach (var issue in issues)
        {
            Add(NumberOf(IssueKey.Of(issue)), rows, rows, firstRow);
        }
    }

    /// <summary>Adds the issues of a later part of the file.</summary>
    /// <param name="later">The issues of that part alone.</param>
    /// <param name="rowsBefore">How many rows are before that part.</param>
    /// <returns>The number of each of its keys.</returns>
    public int[] Add(IssueTally later, long rowsBefore)
    {
        var numbers = new int[later._entries.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var entry = later._entries[i];
            numbers[i] = NumberOf(entry.Key);
            if (entry.Rows > 0)
            {
                Add(numbers[i], entry.Issues, entry.Rows, entry.FirstRow + rowsBefore);
            }
        }

        return numbers;
    }

    public ImmutableArray<IssueCount> ToCounts() =>
    [
        .. _entries
            .Where(entry => entry.Issues > 0)
            .GroupBy(entry => (entry.Key.Code, entry.Key.Severity))
            .Select(entries => new IssueCount(entries.Key.Code, entries.Key.Severity, entries.Sum(entry => entry.Issues)))
            .OrderByDescending(count => count.Severity)
            .ThenByDescending(count => count.Count)
            .ThenBy(count => count.Code, StringComparer.Ordinal),
    ];

    /// <summary>The keys that were counted, those of most rows first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="rest">How many more there are.</param>
    public ImmutableArray<(IssueKey Key, long Rows, long FirstRow)> ToCauses(int most, out long rest)
    {
        var counted = _entries.Where(entry => entry.Issues > 0).ToList();
        rest = Math.Max(0, counted.Count - most);
        return
        [
            .. counted
                .OrderByDescending(entry => entry.Rows)
                .ThenBy(entry => entry.FirstRow)
                .ThenBy(entry => entry.Key.Code, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Field, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Column, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Argument, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Severity)
                .Take(most)
                .Select(entry => (entry.Key, entry.Rows, entry.FirstRow)),
        ];
    }

    private struct Entry
    {
        public IssueKey Key;
        public long Issues;
        public long Rows;
        public long FirstRow;
        public long LastRow;
    }
}
