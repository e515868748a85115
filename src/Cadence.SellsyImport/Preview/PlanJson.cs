using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.Preview;

/// <summary>How the JSON of a saved plan is written and read: an absent, null, unknown or repeated member is refused.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlanDocument))]
internal sealed partial class PlanJson : JsonSerializerContext
{
    public static PlanJson Relaxed => field ??= new(new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
