using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Preview;

/// <summary>The overrides of a plan as they stand in its JSON.</summary>
internal sealed record OverridesDocument(
    string? Encoding, char? Separator, int? HeadingRow, ShortRows ShortRows, ImmutableArray<DateOrderOverride> DateOrders)
{
    public static OverridesDocument Of(ReadingOverrides overrides) =>
        new(overrides.Encoding, overrides.Separator, overrides.HeadingRow, overrides.ShortRows, overrides.DateOrders);

    /// <exception cref="InvalidDataException">No preview obeyed such overrides.</exception>
    public ReadingOverrides ToOverrides()
    {
        ByteReader.Require(!DateOrders.IsDefault && DateOrders.All(chosen => chosen is { Field: not null } && Enum.IsDefined(chosen.Order)));
        var overrides = new ReadingOverrides
        {
            Encoding = Encoding,
            Separator = Separator,
            HeadingRow = HeadingRow,
            ShortRows = ShortRows,
            DateOrders = DateOrders,
        };
        try
        {
            OverridesCheck.ThrowIfInvalid(overrides);
            return overrides;
        }
        catch (SellsyImportException exception)
        {
            throw new InvalidDataException(exception.Code, exception);
        }
    }
}
