using System.Buffers;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>Validates web addresses by their structure, as people write them: with or without scheme, with accents.</summary>
internal static class WebAddressReader
{
    private const int MostCharacters = 2_048;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>\"\\\r\n\t");

    /// <summary>
    /// Whether the text is an http or https address, with or without its scheme. The host is a domain name of at least two labels, or an IPv4
    /// address after a scheme. No other scheme, user name or handle is accepted. A part of a path such as <c>in/jean-martin</c> is no address,
    /// because it names no host.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var address = BlankCharacters.Trim(text);
        if (address.Length is 0 or > MostCharacters || ControlCharacters.IndexOf(address) >= 0 || address.ContainsAny(Forbidden))
        {
            return false;
        }

        var hasScheme = TryTakeScheme(ref address);
        var end = address.IndexOfAny('/', '?', '#');
        var rest = end < 0 ? [] : address[end..];
        return IsAuthority(end < 0 ? address : address[..end], hasScheme) && IsRest(rest, hasScheme);
    }

    private static bool TryTakeScheme(ref ReadOnlySpan<char> address)
    {
        var length = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        address = address[length..];
        return length > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsAuthority(ReadOnlySpan<char> authority, bool hasScheme)
    {
        var colon = authority.IndexOf(':');
        var host = colon < 0 ? authority : authority[..colon];
        if (colon >= 0 && !IsPort(authority[(colon + 1)..]))
        {
            return false;
        }

        return (hasScheme && AddressLiteral.IsIpv4(host)) || (host.Contains('.') && DomainName.IsValid(host) && HasTopLevel(host));
    }

    private static bool IsPort(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 5 && DigitsReader.IsDigits(text) && TimeText.Number(text) is >= 1 and <= 65_535;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool HasTopLevel(ReadOnlySpan<char> host)
    {
        var top = host[(host.LastIndexOf('.') + 1)..];
        if (top.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var character in top)
        {
            if (char.IsAsciiDigit(character) || character == '-')
            {
                return false;
            }
        }

        return top.Length >= 2;
    }

    // People who copy the name of a file write a blank in a path; two addresses in one cell are not one address.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsRest(ReadOnlySpan<char> rest, bool hasScheme)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (!BlankCharacters.IsBlank(rest[i]))
            {
                continue;
            }

            var next = rest[(i + 1)..].TrimStart();
            if (!hasScheme || next.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                || next.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
