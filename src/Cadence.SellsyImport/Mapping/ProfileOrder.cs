using System.Collections.Immutable;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The order in which a profile lists its fields: that of Cadence, then a host's own by name.</summary>
internal static class ProfileOrder
{
    private static readonly ImmutableArray<string> Known = [.. LeadFields.All.Select(field => field.Name)];

    public static ImmutableArray<ImportProfileField> Sort(IEnumerable<ImportProfileField> fields) =>
        [.. fields.OrderBy(field => Place(field.Field)).ThenBy(field => field.Field, StringComparer.Ordinal)];

    private static int Place(string field)
    {
        var place = Known.IndexOf(field);
        return place < 0 ? Known.Length : place;
    }
}
