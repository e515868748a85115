using Cadence.SellsyImport.Planning;

namespace Cadence.SellsyImport.Writing;

/// <summary>What became of every row, one byte a row, and the issues that only the write found. Filled by the write, then only read.</summary>
internal sealed class RowOutcomes
{
    private readonly ByteList _outcomes = new();
    private readonly Dictionary<long, ImportIssue> _foundByTheWrite = [];

    public long Rows => _outcomes.Count;

    public IReadOnlyDictionary<long, ImportIssue> FoundByTheWrite => _foundByTheWrite;

    public void Add(RowOutcome outcome) => _outcomes.Add((byte)outcome);

    public void Set(long row, RowOutcome outcome) => _outcomes[row - 1] = (byte)outcome;

    public void Refuse(long row, ImportIssue issue)
    {
        Set(row, RowOutcome.Error);
        _foundByTheWrite.Add(row, issue);
    }

    public RowOutcome Of(long row)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, Rows);
        return (RowOutcome)_outcomes[row - 1];
    }
}
