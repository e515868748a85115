using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Values;

/// <summary>Ids: text made of the digits 0 to 9, never a number.</summary>
internal static class DigitsReader
{
    /// <summary>Whether the text is one ASCII digit or more, and nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
