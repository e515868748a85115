using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>How sessions are written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportSession))]
[JsonSerializable(typeof(SessionProgress))]
internal sealed partial class SessionJson : JsonSerializerContext;
