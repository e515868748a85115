namespace Cadence.SellsyImport.Files;

/// <summary>Names the code pages of DOS and of the old Macintosh in which a line makes sense, for a person to choose from.</summary>
internal static class CodePages
{
    public static string Of(ReadOnlySpan<byte> line) => Of(
        SingleByteSense.Makes(line, TextEncoding.Ibm850.SingleByte, isStrict: true),
        SingleByteSense.Makes(line, TextEncoding.Macintosh.SingleByte, isStrict: true));

    public static string Of(bool isDos, bool isMacintosh) => (isDos, isMacintosh) switch
    {
        (true, false) => TextEncoding.Ibm850.Name,
        (false, true) => TextEncoding.Macintosh.Name,
        _ => $"{TextEncoding.Ibm850.Name}, {TextEncoding.Macintosh.Name}",
    };
}
