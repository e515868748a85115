namespace Cadence.SellsyImport.Plain;

/// <summary>Plain e-mail cells: one address of ASCII letters, digits, dots, hyphens, plus signs and underscores.</summary>
internal static class PlainEmail
{
    private const int MostCharacters = 254;
    private const int MostCharactersBeforeAt = 64;

    public static bool IsPlain(ReadOnlySpan<byte> cell)
    {
        var at = cell.IndexOf((byte)'@');
        return at is > 0 and <= MostCharactersBeforeAt && cell.Length <= MostCharacters
            && IsDotAtom(cell[..at]) && PlainDomain.IsPlain(cell[(at + 1)..]);
    }

    private static bool IsDotAtom(ReadOnlySpan<byte> local)
    {
        var afterDot = true;
        foreach (var character in local)
        {
            var isDot = character == '.';
            if (isDot ? afterDot : !char.IsAsciiLetterOrDigit((char)character) && character is not ((byte)'-' or (byte)'_' or (byte)'+'))
            {
                return false;
            }

            afterDot = isDot;
        }

        return !afterDot;
    }
}
