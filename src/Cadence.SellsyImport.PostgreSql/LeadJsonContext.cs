using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>How the few values of JSON are written that do not go through a COPY.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(UndoneEntry[]))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class LeadJsonContext : JsonSerializerContext;
