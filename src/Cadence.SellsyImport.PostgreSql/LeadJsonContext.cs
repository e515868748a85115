using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Serializes the few JSON values that do not go through a COPY.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, string>[]))]
[JsonSerializable(typeof(UndoneEntry[]))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class LeadJsonContext : JsonSerializerContext;
