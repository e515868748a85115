using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Files;

/// <summary>Finds and counts line ends in UTF-8 text: CR LF, LF, and CR alone.</summary>
internal static class LineEnds
{
    private const byte CarriageReturn = (byte)'\r';
    private const byte LineFeed = (byte)'\n';

    /// <summary>The length of the text up to and including its last line end; 0 where it has none that is sure to be whole.</summary>
    public static int LengthOfWholeLines(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[^1] == LineFeed)
        {
            return text.Length;
        }

        return text[..^1].LastIndexOfAny(CarriageReturn, LineFeed) + 1;
    }

    /// <summary>The position of the first line end, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int IndexOfFirst(ReadOnlySpan<byte> text) => text.IndexOfAny(CarriageReturn, LineFeed);

    /// <summary>The length of the line end at the start of the text, which may be 0.</summary>
    public static int LengthAtStart(ReadOnlySpan<byte> text) => text switch
    {
        [CarriageReturn, LineFeed, ..] => 2,
        [CarriageReturn or LineFeed, ..] => 1,
        _ => 0,
    };

    /// <summary>The number of line ends.</summary>
    public static int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (var at = IndexOfFirst(text); at >= 0; at = IndexOfFirst(text))
        {
            count++;
            text = text[(at + LengthAtStart(text[at..]))..];
        }

        return count;
    }
}
