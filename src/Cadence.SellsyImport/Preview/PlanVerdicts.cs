using System.Diagnostics.CodeAnalysis;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// The decisions of the preview, in a few bytes per row: the status of every row, and the row that stands for each repeated one. For an
/// existing lead, they hold its version and what each policy would do. For every <see cref="RowsPerPosition"/>th row they hold the position
/// at which reading must start, so that any row can be read alone. Filled by the preview, then only read.
/// </summary>
internal sealed class PlanVerdicts
{
    /// <summary>So few that seeking a row reads little more than the row: for 0.4 bytes a row.</summary>
    public const int RowsPerPosition = 64;

    /// <summary>The bits of a verdict that are its status.</summary>
    public const byte StatusBits = 0x03;
    private const byte FillChanges = 0x04;
    private const byte OverwriteChanges = 0x08;
    private const int FirstSharedBit = 4;

    private readonly BlockList<byte> _rows = new();
    private readonly List<RowPosition> _positions = [];
    private readonly Dictionary<long, long> _winners = [];
    private readonly Dictionary<long, List<long>> _merged = [];
    private readonly VersionList _versions = new();
    private long[]? _repeated;

    public long Rows => _rows.Count;

    /// <summary>The rows that are merged into an earlier one, by that row.</summary>
    public IReadOnlyDictionary<long, List<long>> Merged => _merged;

    /// <summary>The rows for which another stands, with that row.</summary>
    public IReadOnlyDictionary<long, long> Winners => _winners;

    public IReadOnlyList<RowPosition> Positions => _positions;

    public VersionList Versions => _versions;

    /// <summary>Adds the next row.</summary>
    public void Add(RowStatus status, RowPosition position) => Add(BitsOf(status), position);

    /// <summary>Adds the next row.</summary>
    /// <param name="verdict">What was decided of it.</param>
    /// <param name="position">Where it stands.</param>
    public void Add(byte verdict, RowPosition position)
    {
        if (Rows % RowsPerPosition == 0)
        {
            _positions.Add(position.Start?.Position ?? position);
        }

        _rows.Add(verdict);
    }

    /// <summary>Whether a byte of a saved plan is a verdict of a preview.</summary>
    public static bool IsVerdict(byte verdict) => IsOwnVerdict((byte)(verdict & ((1 << FirstSharedBit) - 1)));

    private static bool IsOwnVerdict(byte verdict) => (RowStatus)(verdict & StatusBits) == RowStatus.Active
        ? (verdict & ~(StatusBits | FillChanges | OverwriteChanges)) == 0
        : verdict <= StatusBits;

    /// <summary>Marks that the row shares an address of a kind with another contact.</summary>
    /// <returns>Whether it was not marked yet.</returns>
    public bool MarkShared(long row, int kind)
    {
        var before = _rows[row - 1];
        _rows[row - 1] |= (byte)(1 << (FirstSharedBit + kind));
        return _rows[row - 1] != before;
    }

    /// <summary>The kinds of addresses that the row shares with other contacts, a bit each.</summary>
    public int SharedKindsOf(long row) => VerdictOf(row) >> FirstSharedBit;

    public void Set(long row, RowStatus status) => _rows[row - 1] = BitsOf(status);

    /// <summary>The contact is in Cadence, in a store that can change it: what each policy would do with the lead is decided now.</summary>
    /// <param name="row">The row.</param>
    /// <param name="version">The version of the lead.</param>
    /// <param name="changes">Whether each policy would change it.</param>
    public void SetExisting(long row, long version, (bool Fill, bool Overwrite) changes)
    {
        _rows[row - 1] = (byte)((byte)RowStatus.Active | (changes.Fill ? FillChanges : 0) | (changes.Overwrite ? OverwriteChanges : 0));
        _versions[row] = version;
    }

    /// <summary>The rows that complete this one share what the policies would do with their lead.</summary>
    public void ShareWithMerged(long row)
    {
        foreach (var completing in _merged[row])
        {
            _rows[completing - 1] = _rows[row - 1];
        }
    }

    /// <summary>Another row stands for this one, which is an error.</summary>
    public void AddLoser(long row, long winner) => _winners.Add(row, winner);

    /// <summary>This row completes an earlier one.</summary>
    public void AddMerged(long row, long into)
    {
        _winners.Add(row, into);
        if (!_merged.TryGetValue(into, out var rows))
        {
            _merged.Add(into, rows = []);
        }

        rows.Add(row);
    }

    public RowStatus StatusOf(long row) =>
        (RowStatus)(VerdictOf(row) & StatusBits) is var status && status == RowStatus.Success ? RowStatus.Excluded : status;

    /// <summary>How many rows have which status.</summary>
    public StatusCounts CountStatuses()
    {
        Span<long> counts = stackalloc long[(int)RowStatus.Excluded + 1];
        for (var row = 1L; row <= Rows; row++)
        {
            counts[(int)StatusOf(row)]++;
        }

        return new(counts[(int)RowStatus.Blank], counts[(int)RowStatus.Active], counts[(int)RowStatus.Error]) { Excluded = counts[(int)RowStatus.Excluded] };
    }

    /// <summary>What becomes of an active row under a policy.</summary>
    public RowOutcome OutcomeOf(long row, ExistingLeadPolicy policy) => policy switch
    {
        ExistingLeadPolicy.FillBlanks => (VerdictOf(row) & FillChanges) != 0 ? RowOutcome.Updated : RowOutcome.Unchanged,
        ExistingLeadPolicy.Overwrite => (VerdictOf(row) & OverwriteChanges) != 0 ? RowOutcome.Updated : RowOutcome.Unchanged,
        _ => RowOutcome.Skipped,
    };

    /// <summary>What the preview decided of a row, in one byte.</summary>
    public byte VerdictOf(long row)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, Rows);
        return _rows[row - 1];
    }

    /// <summary>The version of the lead that an active row was compared with.</summary>
    public long VersionOf(long row) => _versions[row];

    /// <summary>The row that stands for a repeated one.</summary>
    public bool TryGetWinner(long row, out long winner) => _winners.TryGetValue(row, out winner);

    /// <summary>Whether the row makes its lead together with others.</summary>
    public bool IsOfSeveralRows(long row) => _merged.ContainsKey(row) || (_winners.TryGetValue(row, out var into) && _merged.ContainsKey(into));

    /// <summary>The rows that complete this one, in order.</summary>
    public bool TryGetMerged(long row, [NotNullWhen(true)] out List<long>? rows) => _merged.TryGetValue(row, out rows);

    /// <summary>The rows within a stretch for which another stands, or which complete an earlier one; once the verdicts are only read.</summary>
    public IEnumerable<long> RepeatedRows(long first, long last)
    {
        _repeated ??= [.. _winners.Keys.Order()];
        var at = Array.BinarySearch(_repeated, first);
        for (at = at < 0 ? ~at : at; at < _repeated.Length && _repeated[at] <= last; at++)
        {
            yield return _repeated[at];
        }
    }

    /// <summary>The verdicts of a block of <see cref="RowList.RowsPerBlock"/> rows.</summary>
    public ReadOnlySpan<byte> BlockOf(long block) => _rows.Slice(block * RowList.RowsPerBlock, RowList.RowsPerBlock);

    /// <summary>The row or an earlier one, from which reading gives the row as the preview read it.</summary>
    public RowPosition PositionBefore(long row) => _positions[(int)((row - 1) / RowsPerPosition)];

    /// <summary>No preview gives the status of an added row: its bits stand for the rows that are left out.</summary>
    public static byte BitsOf(RowStatus status) => (byte)(status == RowStatus.Excluded ? RowStatus.Success : status);
}
