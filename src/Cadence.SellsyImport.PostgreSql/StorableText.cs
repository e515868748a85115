namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// Checks whether PostgreSQL can store a text: any text without NUL or half of a surrogate pair. The reader refuses both, but a host's own
/// mapper or resolver may still return them.
/// </summary>
internal static class StorableText
{
    private const char Nul = '\0';

    public static bool Is(string? text)
    {
        var rest = text.AsSpan();
        if (rest.Contains(Nul))
        {
            return false;
        }

        for (var next = NextSurrogate(rest); next >= 0; next = NextSurrogate(rest))
        {
            if (next + 1 == rest.Length || !char.IsSurrogatePair(rest[next], rest[next + 1]))
            {
                return false;
            }

            rest = rest[(next + 2)..];
        }

        return true;
    }

    /// <summary>The text, if it can be stored.</summary>
    /// <exception cref="SellsyImportException">It cannot; the error does not include the text.</exception>
    public static string? Require(string? text, string seam, long row) => Is(text)
        ? text
        : throw new SellsyImportException(
            ErrorCodes.SeamContractBroken,
            seam,
            FormattableString.Invariant($"row {row}, NUL or half of a surrogate pair in a text"),
            "text that PostgreSQL can store");

    private static int NextSurrogate(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uD800', '\uDFFF');
}
