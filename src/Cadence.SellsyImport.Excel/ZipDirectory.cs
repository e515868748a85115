using System.Buffers.Binary;

namespace Cadence.SellsyImport.Excel;

/// <summary>
/// Counts the entries of a ZIP archive before they are loaded into memory, because the number that the archive declares may be wrong.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int End64Size = 56;
    private const int Locator64Size = 20;
    private const int HeaderSize = 46;
    private const int MostCommentBytes = ushort.MaxValue;
    private const int MostHeaderBytes = HeaderSize + (3 * ushort.MaxValue);
    private const int WindowSize = 2 * MostHeaderBytes;

    private static ReadOnlySpan<byte> EndMark => "PK\x5\x6"u8;

    private static ReadOnlySpan<byte> HeaderMark => "PK\x1\x2"u8;

    /// <summary>Whether a file exists and starts as an archive.</summary>
    public static bool IsZip(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            Span<byte> start = stackalloc byte[4];
            return RandomAccess.Read(file, start, 0) == start.Length && start.SequenceEqual("PK\x3\x4"u8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether an archive has more entries than a limit. Leaves the stream somewhere.</summary>
    /// <exception cref="InvalidDataException">The archive has no directory.</exception>
    public static bool HasMoreEntriesThan(Stream archive, int limit)
    {
        var tail = new byte[Math.Min(archive.Length, EndSize + MostCommentBytes)];
        ReadAt(archive, archive.Length - tail.Length, tail);
        var end = tail.Length < EndSize ? -1 : tail.AsSpan(0, tail.Length - EndSize + EndMark.Length).LastIndexOf(EndMark);
        if (end < 0)
        {
            throw new InvalidDataException("The archive has no directory.");
        }

        long start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (start == uint.MaxValue)
        {
            start = StartOf64(archive, archive.Length - tail.Length + end);
        }

        return CountUpTo(archive, start, limit + 1L) > limit;
    }

    private static long StartOf64(Stream archive, long end)
    {
        var locator = new byte[Locator64Size];
        ReadAt(archive, end - Locator64Size, locator);
        var end64 = new byte[End64Size];
        ReadAt(archive, BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8)), end64);
        return BinaryPrimitives.ReadInt64LittleEndian(end64.AsSpan(48));
    }

    private static long CountUpTo(Stream archive, long position, long most)
    {
        var window = new byte[WindowSize];
        var (start, length, count) = (0, 0, 0L);
        for (; count < most; count++)
        {
            if (length - start < MostHeaderBytes)
            {
                Seek(archive, position);
                (start, length) = (0, archive.ReadAtLeast(window, window.Length, throwOnEndOfStream: false));
            }

            var header = window.AsSpan(start, length - start);
            if (header.Length < HeaderSize || !header.StartsWith(HeaderMark))
            {
                break;
            }

            var size = HeaderSize
                + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
            (start, position) = (Math.Min(start + size, length), position + size);
            if (position > archive.Length)
            {
                break;
            }
        }

        return count;
    }

    private static void ReadAt(Stream archive, long position, byte[] bytes)
    {
        Seek(archive, position);
        archive.ReadExactly(bytes);
    }

    private static void Seek(Stream archive, long position) => archive.Position = position >= 0 && position <= archive.Length
        ? position
        : throw new InvalidDataException("A place of the archive is outside of it.");
}
