namespace Cadence.SellsyImport;

/// <summary>Holds the answers of the seams, which a host may have written, to what the seams promise.</summary>
internal static class Contract
{
    public static void Check(string seam, int found, int expected, string what)
    {
        if (found != expected)
        {
            throw new SellsyImportException(ErrorCodes.SeamContractBroken, seam, $"{found} {what}", $"{expected} {what}");
        }
    }

    /// <summary>Checks a promise on the row path; the words are constant, so that nothing is put together where it holds.</summary>
    public static void Check(string seam, bool holds, string expected)
    {
        if (!holds)
        {
            throw new SellsyImportException(ErrorCodes.SeamContractBroken, seam, "something else", expected);
        }
    }
}
