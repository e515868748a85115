using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.Leads;

/// <summary>How snapshots of leads are written: every property, because a list that is left out would be read as none at all.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LeadVersion))]
internal sealed partial class SnapshotJson : JsonSerializerContext
{
    /// <summary>Accents stay letters: a snapshot is read by this library alone, and never as part of a page.</summary>
    public static SnapshotJson Relaxed => field ??= new(new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
