using System.Globalization;

namespace Cadence.SellsyImport.Files;

/// <summary>Refuses overrides with which no file can be read, before the file is opened.</summary>
internal static class OverridesCheck
{
    private const string Encodings =
        "utf-8, utf-16le, utf-16be, utf-32le, utf-32be, windows-1252, windows-1250, windows-1254, iso-8859-2, iso-8859-9, iso-8859-15, ibm437, ibm850, macintosh…";

    /// <exception cref="SellsyImportException">A value cannot be used: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    public static void ThrowIfInvalid(ReadingOverrides overrides)
    {
        if (overrides.Encoding is { } encoding && TextEncoding.Find(encoding) is null)
        {
            throw Invalid(nameof(overrides.Encoding), encoding, Encodings);
        }

        if (overrides.Separator is { } separator && !IsSeparator(separator))
        {
            throw Invalid(nameof(overrides.Separator), $"{separator}", "; , | TAB : …");
        }

        if (overrides.HeadingRow is < 1)
        {
            throw Invalid(nameof(overrides.HeadingRow), overrides.HeadingRow.Value.ToString(CultureInfo.InvariantCulture), "1, 2, 3…");
        }

        if (!Enum.IsDefined(overrides.ShortRows))
        {
            throw Invalid(nameof(overrides.ShortRows), $"{overrides.ShortRows}", string.Join(", ", Enum.GetNames<ShortRows>()));
        }
    }

    /// <summary>Whether a character can separate fields: one byte in every encoding, and none of a value.</summary>
    public static bool IsSeparator(char separator) =>
        separator == '\t' || (char.IsAscii(separator) && separator != '"' && (char.IsPunctuation(separator) || char.IsSymbol(separator)));

    public static SellsyImportException Invalid(string option, string value, string expected) => new(ErrorCodes.OptionInvalid, option, value, expected);
}
