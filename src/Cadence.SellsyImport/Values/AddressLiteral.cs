namespace Cadence.SellsyImport.Values;

/// <summary>IP addresses as RFC 5321, section 4.1.3, writes them in place of a domain.</summary>
internal static class AddressLiteral
{
    private const string Ipv6Tag = "IPv6:";
    private const int Groups = 8;
    private const int MostGroupsBesideACompression = 6;

    /// <summary>Whether the text is <c>[192.0.2.1]</c> or <c>[IPv6:2001:db8::1]</c>.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != '[' || text[^1] != ']')
        {
            return false;
        }

        var inside = text[1..^1];
        return inside.StartsWith(Ipv6Tag, StringComparison.OrdinalIgnoreCase) ? IsIpv6(inside[Ipv6Tag.Length..]) : IsIpv4(inside);
    }

    /// <summary>Whether the text is four numbers of 0 to 255 with dots.</summary>
    public static bool IsIpv4(ReadOnlySpan<char> text)
    {
        for (var part = 0; part < 4; part++)
        {
            var dot = text.IndexOf('.');
            var number = part < 3 ? (dot < 0 ? [] : text[..dot]) : text;
            if (number.Length > 3 || !DigitsReader.IsDigits(number) || TimeText.Number(number) > 255)
            {
                return false;
            }

            text = part < 3 ? text[(dot + 1)..] : text;
        }

        return true;
    }

    private static bool IsIpv6(ReadOnlySpan<char> text)
    {
        var compression = text.IndexOf("::");
        if (compression < 0)
        {
            return CountGroups(text, mayEndInIpv4: true) == Groups;
        }

        var before = text[..compression];
        var after = text[(compression + 2)..];
        var groupsBefore = before.IsEmpty ? 0 : CountGroups(before, mayEndInIpv4: false);
        var groupsAfter = after.IsEmpty ? 0 : CountGroups(after, mayEndInIpv4: true);
        return groupsBefore >= 0 && groupsAfter >= 0 && groupsBefore + groupsAfter <= MostGroupsBesideACompression;
    }

    /// <summary>How many groups of 16 bits, or a negative number where the text is not groups.</summary>
    private static int CountGroups(ReadOnlySpan<char> text, bool mayEndInIpv4)
    {
        for (var count = 0; ; count++)
        {
            var colon = text.IndexOf(':');
            if (colon < 0 && mayEndInIpv4 && text.Contains('.'))
            {
                return IsIpv4(text) ? count + 2 : -1;
            }

            if (!IsGroup(colon < 0 ? text : text[..colon]))
            {
                return -1;
            }

            if (colon < 0)
            {
                return count + 1;
            }

            text = text[(colon + 1)..];
        }
    }

    private static bool IsGroup(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return text.Length is >= 1 and <= 4;
    }
}
