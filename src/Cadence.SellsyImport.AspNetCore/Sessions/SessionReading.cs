using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What the person overruled of the reading.</summary>
internal sealed record SessionReading(string? Encoding = null, string? Separator = null, int? HeadingRow = null, string? ShortRows = null, string? Sheet = null)
{
    public const string Tab = "tab";
    public const string ShortRowsAreErrors = "error";
    public const string ShortRowsAreBlank = "blank";

    private const string DayFirst = "dmy";
    private const string MonthFirst = "mdy";

    /// <summary>The order of day and month by field.</summary>
    [AllowNull]
    public ImmutableSortedDictionary<string, string> DateOrders { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, string>.Empty;

    public static SessionReading Of(ReadingOverrides overrides) => new(
        overrides.Encoding,
        overrides.Separator is '\t' ? Tab : overrides.Separator?.ToString(),
        overrides.HeadingRow,
        overrides.ShortRows == Files.ShortRows.Blank ? ShortRowsAreBlank : null)
    {
        DateOrders = overrides.DateOrders.ToImmutableSortedDictionary(
            chosen => chosen.Field, chosen => chosen.Order == DateOrder.MonthFirst ? MonthFirst : DayFirst, StringComparer.Ordinal),
    };

    /// <summary>The overrides of the importer, which checks them when it opens a file.</summary>
    /// <exception cref="ArgumentException">A value is none that can be chosen.</exception>
    public ReadingOverrides ToOverrides() => new()
    {
        Encoding = Encoding,
        Separator = Separator switch
        {
            null => null,
            Tab => '\t',
            [var separator] => separator,
            _ => throw Unknown(nameof(Separator)),
        },
        HeadingRow = HeadingRow,
        ShortRows = ShortRows switch
        {
            null or ShortRowsAreErrors => Files.ShortRows.Error,
            ShortRowsAreBlank => Files.ShortRows.Blank,
            _ => throw Unknown(nameof(ShortRows)),
        },
        DateOrders = [.. DateOrders.Select(chosen => new DateOrderOverride(chosen.Key, OrderOf(chosen.Value)))],
    };

    /// <summary>Whether both find the same rows in the file, so that the number of a row means the same.</summary>
    public bool HasRowsOf(SessionReading other) => (Encoding, Separator, HeadingRow, Sheet) == (other.Encoding, other.Separator, other.HeadingRow, other.Sheet);

    public override string ToString() =>
        string.Join('|', [Encoding, Separator, $"{HeadingRow}", ShortRows, Sheet, .. DateOrders.Select(chosen => $"{chosen.Key}={chosen.Value}")]);

    private static DateOrder OrderOf(string order) => order switch
    {
        DayFirst => DateOrder.DayFirst,
        MonthFirst => DateOrder.MonthFirst,
        _ => throw Unknown(nameof(DateOrders)),
    };

    private static ArgumentException Unknown(string what) => new("The value is none that can be chosen.", what);
}
