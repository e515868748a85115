using System.Globalization;

namespace Cadence.SellsyImport.Excel;

/// <summary>Which sheet of a workbook to read, and how much it may unpack. Immutable.</summary>
public sealed record ExcelSourceOptions
{
    private const long FewestBytes = 1024;

    /// <summary>The name of the sheet, in any case.</summary>
    /// <value>Default: null, the first sheet that is visible.</value>
    public string? Sheet { get; init; }

    /// <summary>
    /// The limit for the bytes that the parts which are read unpack to, and for the bytes of the text that is rendered. A workbook that declares
    /// more is refused before it is unpacked.
    /// </summary>
    /// <value>In bytes, 1,024 or more. Default: 2 GiB, about 1,500,000 rows of 36 columns.</value>
    public long MaxUnpackedBytes { get; init; } = 2L << 30;

    /// <summary>The limit for the entries of the archive, which a workbook has one of for each sheet, picture and comment.</summary>
    /// <value>1 or more. Default: 10,000.</value>
    public int MaxEntries { get; init; } = 10_000;

    internal void Check()
    {
        Require(Sheet is null || !string.IsNullOrWhiteSpace(Sheet), nameof(Sheet), "\"\"", "the name of a sheet");
        Require(MaxUnpackedBytes >= FewestBytes, nameof(MaxUnpackedBytes), Number(MaxUnpackedBytes), $">= {FewestBytes}");
        Require(MaxEntries >= 1, nameof(MaxEntries), Number(MaxEntries), ">= 1");
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Require(bool holds, string option, string value, string expected)
    {
        if (!holds)
        {
            throw new SellsyImportException(ErrorCodes.OptionInvalid, option, value, expected);
        }
    }
}
