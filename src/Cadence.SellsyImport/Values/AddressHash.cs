using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Values;

/// <summary>A hash of an e-mail address or a phone number in E.164, whatever its case, the same in every process.</summary>
internal static class AddressHash
{
    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;
    private const int Shift = 32;

    /// <remarks>FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), with its high bits mixed into the low ones.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var character in text)
        {
            hash = (hash ^ char.ToLowerInvariant(character)) * Prime;
        }

        hash = (hash ^ (hash >> Shift)) * Prime;
        return hash ^ (hash >> Shift);
    }
}
