using System.Collections.Immutable;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Companies are equal where all their values are, also the lines of their addresses.</summary>
internal sealed class CompanyComparer : IEqualityComparer<LeadCompany>
{
    public static CompanyComparer Instance { get; } = new();

    public bool Equals(LeadCompany? x, LeadCompany? y) => ReferenceEquals(x, y)
        || (x is not null && y is not null && WithoutLines(x, y.AddressLines).Equals(y) && x.AddressLines.SequenceEqual(y.AddressLines));

    public int GetHashCode(LeadCompany obj) => HashCode.Combine(obj.SellsyId, obj.Name, obj.Email, obj.ZipCode, obj.City);

    /// <summary>A record compares an array by its reference alone.</summary>
    private static LeadCompany WithoutLines(LeadCompany company, ImmutableArray<string> same) => company with { AddressLines = same };
}
