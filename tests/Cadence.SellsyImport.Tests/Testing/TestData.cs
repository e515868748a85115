using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Tests.Testing;

internal static class TestData
{
    public static readonly DateTimeOffset Noon = new(2026, 4, 3, 12, 0, 0, TimeSpan.Zero);

    public static readonly CadenceUser User = new("1", "Hélène", "Brûlé");

    public static readonly ImportInfo Import = new("import-1", "contacts.csv", "sha256:f", "sha256:m", Noon);

    public static LeadBatch Batch(int number, params ImmutableArray<string> ids) =>
        new(Import, number, [.. ids.Select((id, index) => new LeadEntry(index + 1, new Lead { SellsyContactId = id }, User))]);
}
