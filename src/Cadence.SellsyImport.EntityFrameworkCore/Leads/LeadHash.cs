using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.EntityFrameworkCore.Leads;

/// <summary>
/// The version of a lead as an import sees it: its stored version together with every value that the map reads. So a change that was made
/// outside Entity Framework Core, and left the stored version as it was, is noticed too.
/// </summary>
internal static class LeadHash
{
    /// <summary>64 random bits: a number that was used before does not come again, not even in a database that was restored from a copy.</summary>
    public static long NewVersion() => Random.Shared.NextInt64(long.MinValue, long.MaxValue);

    public static LeadVersion Versioned(Lead lead, CadenceUser owner, long storedVersion)
    {
        // The name of the owner is no value of the lead: it may change.
        var content = LeadSnapshot.ToJson(new(lead, new CadenceUser(owner.Id, "", ""), storedVersion));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(content), hash);
        return new(lead, owner, BinaryPrimitives.ReadInt64LittleEndian(hash));
    }
}
