using System.Collections.Immutable;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What the person overruled of the reading.</summary>
internal sealed record SessionReading(string? Encoding = null, string? Separator = null, int? HeadingRow = null, string? ShortRows = null)
{
    public ImmutableSortedDictionary<string, string> DateOrders { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
