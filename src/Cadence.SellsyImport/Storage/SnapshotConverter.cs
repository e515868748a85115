using System.Text.Json;
using System.Text.Json.Serialization;
using Cadence.SellsyImport.Leads;

namespace Cadence.SellsyImport.Storage;

/// <summary>Writes a lead within other JSON as <see cref="LeadSnapshot"/> writes it, and reads it again.</summary>
internal sealed class SnapshotConverter : JsonConverter<LeadVersion>
{
    public override LeadVersion? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, SnapshotJson.Relaxed.LeadVersion);

    public override void Write(Utf8JsonWriter writer, LeadVersion value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value with { RunningCadences = [] }, SnapshotJson.Relaxed.LeadVersion);
}
