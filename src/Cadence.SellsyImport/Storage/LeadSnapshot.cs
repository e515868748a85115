using System.Text.Json;
using Cadence.SellsyImport.Leads;

namespace Cadence.SellsyImport.Storage;

/// <summary>Writes a lead with its owner and version as JSON, for a ledger that keeps what an import changed, and reads it again.</summary>
public static class LeadSnapshot
{
    /// <summary>Writes a lead.</summary>
    /// <param name="lead">The lead; its running cadences are left out.</param>
    /// <returns>JSON that <see cref="FromJson"/> reads. It may hold the escape of U+0000, which a column of text keeps.</returns>
    public static string ToJson(LeadVersion lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return JsonSerializer.Serialize(lead with { RunningCadences = [] }, SnapshotJson.Relaxed.LeadVersion);
    }

    /// <summary>Reads a lead.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <returns>The lead, its owner and its version, equal to what was written.</returns>
    /// <exception cref="JsonException">The text is not such JSON.</exception>
    public static LeadVersion FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, SnapshotJson.Relaxed.LeadVersion) ?? throw new JsonException("A lead was expected, null was found.");
    }
}
