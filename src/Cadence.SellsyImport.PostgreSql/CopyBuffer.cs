using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// Bytes of a binary COPY (https://www.postgresql.org/docs/current/sql-copy.html): values go straight from the leads to the wire, without
/// a parameter object or a boxed value for each. A value of JSON is written to it between its start and its end.
/// </summary>
internal sealed class CopyBuffer : IBufferWriter<byte>, IDisposable
{
    private const int NoValue = -1;
    private const byte FormatOfBinaryJson = 1;

    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(256 * 1024);
    private int _jsonStart;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Start()
    {
        ReadOnlySpan<byte> signature = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8];
        signature.CopyTo(GetSpan(signature.Length));
        Advance(signature.Length);
        Int32(0);
        Int32(0);
    }

    public void StartRow(int columns) => Int16((short)columns);

    public void End() => Int16(-1);

    public void Null() => Int32(NoValue);

    public void Text(string? text)
    {
        if (text is null)
        {
            Null();
            return;
        }

        var span = GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, span[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(span, length);
        Advance(sizeof(int) + length);
    }

    public void Number(int? number)
    {
        if (number is { } given)
        {
            Number(given);
        }
        else
        {
            Null();
        }
    }

    public void Number(long? number)
    {
        if (number is { } given)
        {
            Number(given);
        }
        else
        {
            Null();
        }
    }

    public void Number(int number)
    {
        Int32(sizeof(int));
        Int32(number);
    }

    public void Number(long number)
    {
        Int32(sizeof(long));
        Int64(number);
    }

    /// <summary>Appends 64 random bits.</summary>
    public void RandomNumber()
    {
        Span<byte> bits = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bits);
        Number(BinaryPrimitives.ReadInt64BigEndian(bits));
    }

    public void YesNo(bool? value)
    {
        if (value is not { } given)
        {
            Null();
            return;
        }

        Int32(sizeof(byte));
        Byte(given ? (byte)1 : (byte)0);
    }

    public void Day(DateOnly? day)
    {
        if (day is { } given)
        {
            Number(given.DayNumber - FirstDay.DayNumber);
        }
        else
        {
            Null();
        }
    }

    /// <summary>A time without a zone; the server keeps microseconds.</summary>
    public void Time(DateTime? time)
    {
        if (time is { } given)
        {
            Number((given.Ticks - Epoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        }
        else
        {
            Null();
        }
    }

    /// <param name="isBinary">Whether the column has the type <c>jsonb</c>, whose text has the number of its format before it.</param>
    public void StartJson(bool isBinary)
    {
        _jsonStart = Length;
        Int32(0);
        if (isBinary)
        {
            Byte(FormatOfBinaryJson);
        }
    }

    public void EndJson() =>
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_jsonStart), Length - _jsonStart - sizeof(int));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(Length);
    }

    private void Grow(int sizeHint)
    {
        var needed = checked(Length + Math.Max(sizeHint, 1));
        if (needed > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, 2L * _bytes.Length), Array.MaxLength));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }

    private void Byte(byte value)
    {
        GetSpan(1)[0] = value;
        Advance(1);
    }

    private void Int16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(GetSpan(sizeof(short)), value);
        Advance(sizeof(short));
    }

    private void Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(GetSpan(sizeof(int)), value);
        Advance(sizeof(int));
    }

    private void Int64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(GetSpan(sizeof(long)), value);
        Advance(sizeof(long));
    }
}
