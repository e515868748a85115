using System.Buffers.Binary;
using System.Numerics;

namespace Cadence.SellsyImport.Excel;

/// <summary>
/// The strings that cells share, as fields of the CSV text. They are kept in a temporary file, of which memory holds the blocks that were used
/// last, so that memory does not grow with the strings.
/// </summary>
internal sealed class SharedStrings : IDisposable
{
    private const int StringsOfBlock = 32;
    private const int Slots = 4096;
    private const int MostBytesOfSlot = 16 * 1024;
    private const int BufferSize = 128 * 1024;
    private const int PrefixSize = sizeof(int);

    private readonly FileStream _file = Files.SpooledStream.CreateFile(BufferSize);
    private readonly List<long> _starts = [];
    private readonly byte[]?[] _slots = new byte[]?[Slots];
    private readonly int[] _blocks = new int[Slots];
    private byte[]? _large;
    private int _largeBlock = -1;
    private long _length;
    private int _count;

    private SharedStrings() => Array.Fill(_blocks, -1);

    /// <summary>Reads the strings of a workbook.</summary>
    /// <param name="package">The workbook.</param>
    /// <param name="part">The part with the strings, or null if it has none.</param>
    /// <exception cref="InvalidDataException">The part is damaged.</exception>
    public static SharedStrings Read(WorkbookPackage package, string? part)
    {
        var strings = new SharedStrings();
        try
        {
            if (part is not null && package.Has(part))
            {
                strings.Read(package, package.Open(part));
            }

            return strings;
        }
        catch
        {
            strings.Dispose();
            throw;
        }
    }

    /// <summary>The field of a string, until the next call.</summary>
    /// <param name="index">The number of the string, from 0 on.</param>
    /// <exception cref="InvalidDataException">There is no such string.</exception>
    public ReadOnlySpan<byte> FieldOf(int index)
    {
        if (index < 0 || index >= _count)
        {
            throw new InvalidDataException("A cell has a shared string that the workbook does not have.");
        }

        ReadOnlySpan<byte> block = BlockOf(index / StringsOfBlock);
        for (var before = index % StringsOfBlock; before > 0; before--)
        {
            block = block[(PrefixSize + BinaryPrimitives.ReadInt32LittleEndian(block))..];
        }

        return block.Slice(PrefixSize, BinaryPrimitives.ReadInt32LittleEndian(block));
    }

    public void Dispose() => _file.Dispose();

    private void Read(WorkbookPackage package, PartReader reader)
    {
        using var closing = reader;
        var (text, field) = (new TextBuffer(package), new FieldText());
        while (reader.Read())
        {
            if (reader is { IsStart: true, Name: "si", Depth: 1 })
            {
                text.Clear();
                reader.ReadRuns(text);
                text.Unescape();
                Add(field.Of(text.Text));
            }
        }

        _file.Flush();
    }

    private void Add(ReadOnlySpan<byte> field)
    {
        if (_count++ % StringsOfBlock == 0)
        {
            _starts.Add(_length);
        }

        Span<byte> prefix = stackalloc byte[PrefixSize];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, field.Length);
        _file.Write(prefix);
        _file.Write(field);
        _length += PrefixSize + field.Length;
    }

    private byte[] BlockOf(int block)
    {
        var slot = block % Slots;
        if (_blocks[slot] == block)
        {
            return _slots[slot]!;
        }

        if (_largeBlock == block)
        {
            return _large!;
        }

        var start = _starts[block];
        var length = (int)((block + 1 < _starts.Count ? _starts[block + 1] : _length) - start);
        if (length > MostBytesOfSlot)
        {
            _largeBlock = -1;
            Fill(ref _large, start, length);
            _largeBlock = block;
            return _large!;
        }

        _blocks[slot] = -1;
        Fill(ref _slots[slot], start, length);
        _blocks[slot] = block;
        return _slots[slot]!;
    }

    private void Fill(ref byte[]? buffer, long start, int length)
    {
        if (buffer is null || buffer.Length < length)
        {
            buffer = new byte[BitOperations.RoundUpToPowerOf2((uint)length)];
        }

        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(_file.SafeFileHandle, buffer.AsSpan(read, length - read), start + read);
            read += more > 0 ? more : throw new EndOfStreamException();
        }
    }
}
