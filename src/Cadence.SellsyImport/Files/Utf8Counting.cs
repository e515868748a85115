using System.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Counts what the bytes of a UTF-8 text stand for.</summary>
internal static class Utf8Counting
{
    /// <summary>The UTF-16 code units.</summary>
    public static int CodeUnits(ReadOnlySpan<byte> text) => Encoding.UTF8.GetCharCount(text);

    /// <summary>The Unicode characters.</summary>
    public static int Characters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var value in text)
        {
            count += (value & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}
