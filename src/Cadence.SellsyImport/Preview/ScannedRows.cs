using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>The rows of one part of a file as they were scanned, in the order of the file, in about ten bytes each.</summary>
/// <param name="start">Where the first row stands; its number and line are counted from 1 where they are not known yet.</param>
internal sealed class ScannedRows(RowPosition start)
{
    private const int BlockSize = 1 << 16;

    /// <summary>The most bytes of a row without its issues: six numbers of up to ten bytes.</summary>
    private const int MostBytesOfRow = 60;

    private const int MostBytesOfIssue = 5;

    private const int FlagBits = 7;

    private readonly List<ArraySegment<byte>> _blocks = [];
    private readonly List<string> _texts = [];
    private byte[] _block = [];
    private int _used;
    private RowPosition _last = start with { Number = start.Number - 1 };
    private ulong _lastId;

    [Flags]
    private enum RowFlags
    {
        None = 0,
        HasError = 1,
        ContactIsNumber = 2,
        ContactIsText = 4,
        CompanyIsUndecided = 8,
        IsExcluded = 32,
        HasIssues = 64,

        /// <summary>To read the row alone, reading must start at the last row without this flag.</summary>
        IsReadFromAbove = 16,
    }

    /// <summary>Where the part starts.</summary>
    public RowPosition Start => start;

    /// <summary>Adds a row that could not be read as one, or that a person left out.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="isExcluded">Whether a person left it out.</param>
    /// <param name="issues">The numbers of its issues.</param>
    public void AddUnread(RowPosition position, bool isExcluded, ReadOnlySpan<int> issues) =>
        Add(position, isExcluded ? RowFlags.IsExcluded : RowFlags.HasError, owner: 0, contact: 0, issues);

    /// <summary>Adds a row.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="row">What it says by itself.</param>
    /// <param name="contact">Its contact.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(RowPosition position, in ScannedRow row, ContactKey contact)
    {
        var flags = (row.HasError ? RowFlags.HasError : 0) | (row.UndecidedCompany is null ? 0 : RowFlags.CompanyIsUndecided);
        if (contact.Number != 0)
        {
            flags |= RowFlags.ContactIsNumber;
        }
        else if (contact.Text is { } text)
        {
            flags |= RowFlags.ContactIsText;
            _texts.Add(text);
        }

        if (row.UndecidedCompany is { } cell)
        {
            _texts.Add(cell);
        }

        Add(position, flags, row.Owner, contact.Number, row.Issues);
    }

    /// <summary>Reads the rows once, and gives up their memory on the way.</summary>
    /// <param name="place">Where the part starts in the file.</param>
    public IEnumerable<ScannedEntry> Take(RowPosition place)
    {
        CloseBlock();
        var position = place with { Number = place.Number - 1 };
        var (id, text) = (0UL, 0);
        var (clean, above) = (position, (ReadingStart?)null);
        int[] issues = [];
        for (var i = 0; i < _blocks.Count; i++)
        {
            var (block, at) = (_blocks[i], 0);
            _blocks[i] = default;
            while (at < block.Count)
            {
                position = new(position.Number + 1, position.Line + (long)Next(block, ref at), position.ByteOffset + (long)Next(block, ref at));
                var ownerAndFlags = Next(block, ref at);
                var flags = (RowFlags)(ownerAndFlags & ((1 << FlagBits) - 1));
                if (Has(flags, RowFlags.IsReadFromAbove))
                {
                    position = position with { Start = above ??= new(clean) };
                }
                else
                {
                    (clean, above) = (position, null);
                }

                if (Has(flags, RowFlags.ContactIsNumber))
                {
                    var step = Next(block, ref at);
                    id += (step >> 1) ^ (0 - (step & 1));
                }

                var count = Has(flags, RowFlags.HasIssues) ? (int)Next(block, ref at) : 0;
                issues = count > issues.Length ? new int[2 * count] : issues;
                for (var issue = 0; issue < count; issue++)
                {
                    issues[issue] = (int)Next(block, ref at);
                }

                yield return new(position, (int)(ownerAndFlags >> FlagBits), Has(flags, RowFlags.HasError))
                {
                    IsExcluded = Has(flags, RowFlags.IsExcluded),
                    Issues = issues.AsMemory(0, count),
                    Contact = new(Has(flags, RowFlags.ContactIsNumber) ? id : 0, Has(flags, RowFlags.ContactIsText) ? _texts[text++] : null),
                    UndecidedCompany = Has(flags, RowFlags.CompanyIsUndecided) ? _texts[text++] : null,
                };
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(RowPosition position, RowFlags flags, int owner, ulong contact, ReadOnlySpan<int> issues)
    {
        // Nothing stands above the first row.
        flags |= position.Start is null || position.Number == start.Number ? 0 : RowFlags.IsReadFromAbove;
        var most = MostBytesOfRow + (MostBytesOfIssue * issues.Length);
        if (_block.Length - _used < most)
        {
            CloseBlock();
            (_block, _used) = (new byte[Math.Max(BlockSize, most)], 0);
        }

        flags |= issues.IsEmpty ? 0 : RowFlags.HasIssues;

        Put((ulong)(position.Line - _last.Line));
        Put((ulong)(position.ByteOffset - _last.ByteOffset));
        Put(((ulong)owner << FlagBits) | (ulong)flags);
        if (Has(flags, RowFlags.ContactIsNumber))
        {
            var step = (long)(contact - _lastId);
            Put((ulong)((step << 1) ^ (step >> 63)));
            _lastId = contact;
        }

        if (!issues.IsEmpty)
        {
            Put((ulong)issues.Length);
            foreach (var issue in issues)
            {
                Put((ulong)issue);
            }
        }

        _last = position;
    }

    /// <remarks>Enum.HasFlag allocates until its caller is optimized.</remarks>
    private static bool Has(RowFlags flags, RowFlags flag) => (flags & flag) != 0;

    private void CloseBlock()
    {
        if (_used > 0)
        {
            _blocks.Add(new(_block, 0, _used));
            (_block, _used) = ([], 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _block[_used++] = (byte)(value | 0x80);
        }

        _block[_used++] = (byte)value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Next(ArraySegment<byte> block, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = block.Array![at++];
            value |= (next & 0x7FUL) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
