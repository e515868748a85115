using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Preview;

/// <summary>What became of every row, one byte a row, and the issues that only the write found. Filled by the write, then only read.</summary>
internal sealed class RowOutcomes
{
    private readonly BlockList<byte> _outcomes = new();
    private readonly Dictionary<long, ImportIssue> _foundByTheWrite = [];
    private readonly long[] _counts = new long[Enum.GetValues<RowOutcome>().Length];

    public long Count => _outcomes.Count;

    public ImportCounts Counts => new(
        _outcomes.Count,
        _counts[(int)RowOutcome.Added],
        _counts[(int)RowOutcome.Updated],
        _counts[(int)RowOutcome.Unchanged],
        _counts[(int)RowOutcome.Skipped],
        _counts[(int)RowOutcome.Error]);

    private void Add(RowOutcome outcome)
    {
        _outcomes.Add((byte)outcome);
        _counts[(int)outcome]++;
    }

    /// <summary>Adds rows with what became of them.</summary>
    public void Add(BatchResult run)
    {
        foreach (var outcome in run.Outcomes.Span)
        {
            Add((RowOutcome)outcome);
        }

        foreach (var refused in run.Refused)
        {
            Refuse(refused.Row, RowIssues.Refused(refused));
        }
    }

    /// <summary>A row of a preview with what became of it; a row that is not written stays as it is.</summary>
    public PreviewRow Show(PreviewRow row)
    {
        if (row.Number > Count)
        {
            return row;
        }

        if (FoundByTheWrite(row.Number) is { } issue)
        {
            return row with { Status = RowStatus.Error, Issues = row.Issues.Add(issue), Changes = [] };
        }

        return row.Status == RowStatus.Blank && Of(row.Number) != RowOutcome.Skipped ? row with { Status = RowStatus.Success } : row;
    }

    private void Refuse(long row, ImportIssue issue)
    {
        SeamGuard.Check(nameof(IImportLedger), _foundByTheWrite.TryAdd(row, issue), StoreGuard.RefusedOnce);
        _counts[(int)Of(row)]--;
        _counts[(int)RowOutcome.Error]++;
        _outcomes[row - 1] = (byte)RowOutcome.Error;
    }

    public RowOutcome Of(long row)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, _outcomes.Count);
        return (RowOutcome)_outcomes[row - 1];
    }

    /// <summary>The rows within a stretch that the write refused.</summary>
    public IEnumerable<long> RefusedRows(long first, long last)
    {
        for (var row = first; row <= last && _foundByTheWrite.Count > 0; row++)
        {
            if (_foundByTheWrite.ContainsKey(row))
            {
                yield return row;
            }
        }
    }

    /// <summary>The outcomes of a block of <see cref="RowList.RowsPerBlock"/> rows, as far as they are known.</summary>
    public ReadOnlySpan<byte> BlockOf(long block) => _outcomes.Slice(block * RowList.RowsPerBlock, RowList.RowsPerBlock);

    public ImportIssue? FoundByTheWrite(long row) => _foundByTheWrite.GetValueOrDefault(row);
}
