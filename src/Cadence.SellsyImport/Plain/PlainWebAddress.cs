using System.Buffers;

namespace Cadence.SellsyImport.Plain;

/// <summary>Plain web addresses: of http or https or without a scheme, a plain domain name, and a path of ASCII without blanks.</summary>
internal static class PlainWebAddress
{
    private const int MostCharacters = 2_048;

    private static readonly SearchValues<byte> OfPaths =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?#&=%+,;:@!$'()*[]"u8);

    public static bool IsPlain(ReadOnlySpan<byte> cell)
    {
        var address = cell.StartsWith("https://"u8) ? cell[8..] : cell.StartsWith("http://"u8) ? cell[7..] : cell;
        var end = address.IndexOfAny((byte)'/', (byte)'?', (byte)'#');
        var domain = end < 0 ? address : address[..end];
        return cell.Length <= MostCharacters && PlainDomain.IsPlain(domain) && (end < 0 || !address[end..].ContainsAnyExcept(OfPaths));
    }
}
