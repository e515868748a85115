using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>What a person chose about the reading of a file as it stands in the JSON of a profile.</summary>
internal sealed record ProfileReadingDocument(
    string? Encoding = null,
    string? Separator = null,
    int? HeadingRow = null,
    string? ShortRows = null,
    Dictionary<string, string?>? DateOrders = null)
{
    private const string Blank = "blank";
    private const string DayFirst = "dmy";
    private const string MonthFirst = "mdy";

    /// <summary>The document of overrides; null if nothing is chosen.</summary>
    public static ProfileReadingDocument? Of(ReadingOverrides overrides) => overrides == ReadingOverrides.None ? null : new(
        overrides.Encoding,
        overrides.Separator?.ToString(),
        overrides.HeadingRow,
        overrides.ShortRows == Files.ShortRows.Blank ? Blank : null,
        overrides.DateOrders.IsEmpty ? null : overrides.DateOrders.OrderBy(chosen => chosen.Field, StringComparer.Ordinal).ToDictionary(
            chosen => chosen.Field, chosen => (string?)(chosen.Order == DateOrder.DayFirst ? DayFirst : MonthFirst), StringComparer.Ordinal));

    /// <summary>The overrides; null if a value is unknown or no file can be read with it.</summary>
    public ReadingOverrides? ToOverrides()
    {
        var isKnown = (Separator is null or { Length: 1 })
            && ShortRows is null or Blank
            && (DateOrders ?? []).All(chosen => chosen.Key.Length > 0 && chosen.Value is DayFirst or MonthFirst);
        var overrides = new ReadingOverrides
        {
            Encoding = Encoding,
            Separator = Separator is { Length: 1 } ? Separator[0] : null,
            HeadingRow = HeadingRow,
            ShortRows = ShortRows is null ? Files.ShortRows.Error : Files.ShortRows.Blank,
            DateOrders = [.. (DateOrders ?? []).Select(chosen => new DateOrderOverride(chosen.Key, chosen.Value == MonthFirst ? DateOrder.MonthFirst : DateOrder.DayFirst))],
        };
        try
        {
            OverridesCheck.ThrowIfInvalid(overrides);
            return isKnown ? overrides : null;
        }
        catch (SellsyImportException)
        {
            return null;
        }
    }
}
