using System.Text;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>Makes the input of a number: a seed file, damaged a few times. The same number under the same seed is the same input.</summary>
internal static class Mutator
{
    private const int Longest = 2_048;
    private const int AnyInputs = 6;
    private const int LongInputs = 16_000;
    private const int BlockLength = 256 * 1024;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            ";", ",", "\t", "|", "\"", "\"\"", "\";\"", "\r\n", "\n", "\r", "\n\n", "\"\r\n", "\r\n\"", "\0", "\uFEFF", "\u00A0", "\u200B",
            "\u2028", "\uFFFD", "é", "Ã©", " ", "1", "=1+1", "'", "3,3546E+10", "0000-00-00", "31/02/2026", "sep=,\r\n", "ID Sellsy",
            "Prénom;", "Propriétaire", "a@b.example", "+33546778899", "\u0001", ";;;;;;;;", "\n;;;\n", "Total;;", "<p>", "&#0;", "😀", "e\u0301",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0x80], [0x81], [0xA4], [0xC3], [0xE9], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xF4, 0x90, 0x80, 0x80], [0, 0], [0, 0xD8],
    ];

    public static byte[] Input(ulong seed, long number)
    {
        var random = new FuzzRandom(seed, number);
        var bytes = new List<byte>(random.Of(random.Below(AnyInputs) == 0 ? FuzzSeeds.All : FuzzSeeds.Short));
        if (random.Below(LongInputs) == 0)
        {
            Lengthen(bytes, random);
        }

        var longest = Math.Max(Longest, bytes.Count);
        for (var left = 1 + random.Below(1 + random.Below(8)); left > 0; left--)
        {
            Mutate(bytes, random);
        }

        return bytes.Count <= longest ? [.. bytes] : [.. bytes[..longest]];
    }

    private static void Mutate(List<byte> bytes, FuzzRandom random)
    {
        var at = random.Below(bytes.Count + 1);
        switch (random.Below(11))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Below(8));
                break;
            case 1 or 2:
                bytes.InsertRange(at, random.Of(Tokens));
                break;
            case 3:
                bytes.InsertRange(LineStart(bytes, at), random.Of(Tokens));
                break;
            case 4 when at < bytes.Count:
                bytes.RemoveAt(at);
                bytes.InsertRange(at, random.Of(Tokens));
                break;
            case 5:
                bytes.RemoveRange(at, random.Below(Math.Min(bytes.Count - at, 40) + 1));
                break;
            case 6 when random.Below(3) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 7 when random.Below(3) == 0:
                bytes.RemoveRange(0, at);
                break;
            case 8:
                var other = random.Of(FuzzSeeds.Short);
                var from = random.Below(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, random.Below(other.Length - from + 1)).ToArray());
                break;
            case 9:
                var repeated = bytes.GetRange(at, random.Below(Math.Min(bytes.Count - at, 60) + 1));
                for (var times = random.Below(6); times >= 0; times--)
                {
                    bytes.InsertRange(at, repeated);
                }

                break;
            default:
                var line = LineStart(bytes, at);
                bytes.InsertRange(LineStart(bytes, random.Below(bytes.Count + 1)), bytes.GetRange(line, at - line));
                break;
        }
    }

    /// <summary>Longer than the blocks in which files are read, so that records lie across their ends.</summary>
    private static void Lengthen(List<byte> bytes, FuzzRandom random)
    {
        var from = LineStart(bytes, random.Below(bytes.Count + 1));
        var rest = bytes.GetRange(from, bytes.Count - from);
        var length = BlockLength + random.Below(BlockLength);
        while (rest.Count > 0 && bytes.Count < length)
        {
            bytes.AddRange(rest);
            if (bytes.Count % 5 == 0)
            {
                Mutate(rest, random);
            }
        }
    }

    private static int LineStart(List<byte> bytes, int at)
    {
        while (at > 0 && bytes[at - 1] is not ((byte)'\r' or (byte)'\n'))
        {
            at--;
        }

        return at;
    }
}
