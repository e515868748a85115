using System.IO.Hashing;

namespace Cadence.SellsyImport.Excel;

/// <summary>
/// A part of a workbook while it is unpacked. It must have the length and the checksum that the archive declares, and no piece of markup that is
/// longer than any of a workbook, which the XML reader would keep in memory as a whole.
/// </summary>
/// <param name="part">The unpacked bytes.</param>
/// <param name="length">The declared length.</param>
/// <param name="checksum">The declared CRC-32.</param>
/// <param name="package">The workbook, for its name and its cancellation.</param>
internal sealed class PartStream(Stream part, long length, uint checksum, WorkbookPackage package) : Stream
{
    /// <summary>Above the longest cell of a spreadsheet, 32,767 characters, with each of them written as a reference.</summary>
    private const int MostBytesWithoutMarkup = 1 << 20;

    private readonly Crc32 _checksum = new();
    private long _read;
    private int _withoutMarkup;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        package.Cancellation.ThrowIfCancellationRequested();
        var read = part.Read(buffer);
        _read += read;
        if (_read > length || (read == 0 && buffer.Length > 0 && (_read < length || _checksum.GetCurrentHashAsUInt32() != checksum)))
        {
            throw new InvalidDataException("The part has another length or checksum than the archive declares.");
        }

        var bytes = buffer[..read];
        _checksum.Append(bytes);
        var markup = bytes.LastIndexOf((byte)'<');
        _withoutMarkup = markup < 0 ? _withoutMarkup + read : read - markup;
        return _withoutMarkup <= MostBytesWithoutMarkup ? read : throw package.TooLarge(_withoutMarkup, MostBytesWithoutMarkup, "cell");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }
}
