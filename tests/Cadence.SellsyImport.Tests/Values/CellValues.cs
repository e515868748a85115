using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Tests.Values;

/// <summary>The parts of cells and the numbers of phones as strings, for tests.</summary>
internal static class CellValues
{
    public delegate void Splitter(ref CellParts parts);

    public static string[] Of(string cell, Splitter split)
    {
        var parts = new CellParts(cell, stackalloc Range[2]);
        split(ref parts);
        var texts = new string[parts.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = parts[i].ToString();
        }

        return texts;
    }

    public static bool TryReadPhone(string text, int callingCode, out string e164)
    {
        Span<char> number = stackalloc char[PhoneReader.LongestE164];
        var isRead = PhoneReader.TryReadE164(text, callingCode, number, out var length);
        e164 = number[..length].ToString();
        return isRead;
    }
}
