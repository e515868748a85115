using System.Security.Cryptography;
using System.Text.Json;

namespace Cadence.SellsyImport.Leads;

/// <summary>A hash of the values of a lead and of the id of its owner, to recognise a lead that stands as it was written.</summary>
internal static class LeadDigest
{
    private const int Bytes = 16;

    public static byte[] Of(Lead lead, CadenceUser owner)
    {
        // The name of the owner is no value of the lead: it may change.
        var content = new LeadVersion(lead, new(owner.Id, "", ""), Version: 0);
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, SnapshotJson.Relaxed.LeadVersion))[..Bytes];
    }
}
